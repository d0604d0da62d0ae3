import { expect, it } from 'vitest'
import { followed } from '../../../shared/importing/followed.ts'

const run = (from: number, n: number) => Array.from({ length: n }, (_, at) => from + at)

it.each([
  ['a register', 0, run(1, 300), { to: 300, ahead: [] }],
  ['one with gaps', 0, [12, 85, 190, 260], { to: 260, ahead: [] }],
  ['one that begins far up', 0, run(1001, 20), { to: 1020, ahead: [] }],
  ['a number alone where none was given', 0, [41], { to: 41, ahead: [] }],
  ['what was given already', 42, [1, 2, 42], { to: 42, ahead: [] }],
  ['one that was mistyped', 42, [43, 44, 9999], { to: 44, ahead: [9999] }],
  ['one that was mistyped, alone', 42, [9999], { to: 42, ahead: [9999] }],
  ['two of them', 42, [9998, 43, 9999], { to: 43, ahead: [9998, 9999] }],
  ['a register of its own, far up', 42, [43, ...run(2001, 30)], { to: 2030, ahead: [] }],
  ['nothing', 7, [], { to: 7, ahead: [] }],
])('after %s', (_, at, brought, is) => expect(followed(at, brought)).toEqual(is))
