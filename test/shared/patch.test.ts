import { describe, expect, test } from 'vitest'
import { parseLedger } from '../../shared/definition/gate.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { amended, difference, type Json, orders } from '../../shared/definition/patch.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import { type Arbitrary, fc, holds } from '../property.ts'
import { exams, votes } from './small-ledgers.ts'

const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json
const there = (base: Json, now: Json): Json => amended(base, difference(base, now) ?? { patch: {} })
const L = { zh: '甲', en: 'A' }

describe('an amendment', () => {
  test('holds what differs, null for what is gone, and lists whole', () => {
    expect(difference({ a: 1, b: [1, 2], c: { d: 1, e: 2 } }, { b: [1], c: { d: 1, e: 3 } })).toEqual({
      patch: { a: null, b: [1], c: { e: 3 } },
    })
  })

  test('is none where nothing differs, whatever the order of what has no order', () => {
    for (const ledger of ledgers) expect(difference(plain(ledger), plain(ledger))).toBe(null)
    expect(difference({ label: { zh: '甲', en: 'A' } }, { label: { en: 'A', zh: '甲' } })).toBe(null)
  })

  test('keeps a step that clears a field, added or put in the place of another', () => {
    const clearing = (sets: Json) => ({
      ...(plain(exams) as object),
      transitions: { ...(plain(exams.transitions) as object), plan: { ...(plain(exams.transitions.plan) as object), sets } },
    })
    const after = clearing({ score: { put: null } }) as unknown as Json
    expect(difference(plain(exams), after)).toEqual({ patch: { transitions: { plan: { sets: { score: { put: null } } } } } })
    expect(there(plain(exams), after)).toEqual(after)
    expect(parseLedger(there(plain(exams), after))).toHaveProperty('ledger')
    const kinds: Json[] = [{ put: null }, { add: 1 }, { put: 'x' }, { copy: '@days' }]
    const sets = kinds.map((set) => clearing({ score: set }) as unknown as Json)
    for (const one of sets) for (const other of sets) expect(there(one, other)).toEqual(other)
    expect(there(after, plain(exams))).toEqual(plain(exams))
  })

  test('keeps the order in which fields, states, steps and options are declared, and puts what we ship later behind', () => {
    const fields = Object.entries(votes.fields)
    const after = plain({
      ...votes,
      fields: Object.fromEntries([...fields.slice(2), ['extra', { kind: 'text', label: L }], ...fields.slice(0, 2)]),
    })
    const amendment = difference(plain(votes), after)
    expect(Object.keys(amendment?.order ?? {})).toEqual(['fields'])
    expect(orders(there(plain(votes), after))).toEqual(orders(after))
    const newer = plain({ ...votes, fields: { added: { kind: 'text', label: L }, ...votes.fields } })
    const keys = Object.keys((amended(newer, amendment ?? { patch: {} }) as unknown as Ledger).fields)
    expect(keys).toEqual([...Object.keys((after as unknown as Ledger).fields), 'added'])
  })

  test('made of any two definitions gives the one from the other, order and all', () =>
    holds([definition, definition], (base, now) => {
      const got = there(base, now)
      expect(got).toEqual(now)
      expect(Object.fromEntries(orders(got))).toEqual(Object.fromEntries(orders(now)))
    }))
})

const key = fc.constantFrom('a', 'b', 'c', 'put', 'sets')
const set: Arbitrary<Json> = fc.constantFrom<Json>({ put: null }, { put: 'x' }, { put: 3 }, { add: 1 }, { copy: '@a' })
const part: Arbitrary<Json> = fc.record({
  label: fc.constantFrom<Json>({ zh: '甲', en: 'A' }, { zh: '乙', en: 'B' }),
  options: fc.dictionary(key, fc.constantFrom<Json>({ zh: '丙', en: 'C' }, { zh: '丁', en: 'D' })),
  when: fc.constantFrom<Json>([{ field: 'a', is: null }], [], [{ field: 'b', is: 'x' }]),
}) as Arbitrary<Json>
const step: Arbitrary<Json> = fc.record({
  label: fc.constant<Json>(L),
  sets: fc.dictionary(fc.constantFrom('a', 'b', 'c'), set),
}) as Arbitrary<Json>
const definition: Arbitrary<Json> = fc.record(
  {
    fields: fc.dictionary(key, part),
    states: fc.dictionary(key, part),
    transitions: fc.dictionary(fc.constantFrom('a', 'b', 'c'), step),
    system: fc.nat(3),
  },
  { requiredKeys: ['fields'] },
) as Arbitrary<Json>
