import { describe, expect, test } from 'vitest'
import { deputyNamed } from '../../shared/engine/seats.ts'
import type { World } from '../../shared/world.ts'
import { world } from '../cast.ts'

const deputy = (id: string, township: string, closed?: true): World['offices'][number] => ({
  id,
  kind: 'deputy',
  name: { zh: '张桂兰', en: 'Zhang Guilan' },
  township,
  ...(closed ? { closed } : {}),
})
const meant = (offices: World['offices'], township: string | null) =>
  deputyNamed('张桂兰', township, { ...world, offices }).map(({ id }) => id)

describe('a deputy’s name', () => {
  test('means the one who bears it in the township, and nobody when two do', () => {
    expect(meant([deputy('d1', 'xinan'), deputy('d2', 'bailu')], 'xinan')).toEqual(['d1'])
    expect(meant([deputy('d1', 'xinan'), deputy('d2', 'xinan')], 'xinan')).toEqual([])
    expect(meant([deputy('d1', 'xinan'), deputy('d2', 'bailu')], null)).toEqual([])
  })

  test('no longer means one whose office was closed, but who was elected after him', () => {
    expect(meant([deputy('d1', 'xinan', true)], 'xinan')).toEqual([])
    expect(meant([deputy('d1', 'xinan', true), deputy('d2', 'xinan')], 'xinan')).toEqual(['d2'])
  })
})
