import { expect, test } from 'vitest'
import { asksOf, givenOf } from '../../../admin/ledger/act/foresee.ts'
import { startOf, toldBefore } from '../../../admin/ledger/act/start.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'

const then = { on: '2026-11-02', person: 'p', name: '王芳' } as never

test('what was answered before and is owed again is not filled in again, on no ledger', () => {
  let seen = 0
  for (const ledger of ledgers)
    for (const [step, { discharges }] of Object.entries(ledger.transitions)) {
      if (!discharges) continue
      for (const { key, optional } of asksOf(ledger, step)) {
        const field = ledger.fields[key]
        if (optional || field?.kind !== 'text' || field.only === 'event' || (field.max ?? 2000) <= 200) continue
        const data = { [key]: '已更换四十一个。' }
        expect(startOf(ledger, step, { data, took: { [step]: then } }), `${ledger.key} ${step}`).not.toHaveProperty(key)
        expect(toldBefore(ledger, step, { data, took: { [step]: then } }), `${ledger.key} ${step}`).toContain(key)
        // What came with the item, or was told by nobody, is no answer that was refused.
        expect(startOf(ledger, step, { data, took: {} }), `${ledger.key} ${step}`).toHaveProperty(key)
        seen += 1
      }
    }
  expect(seen).toBeGreaterThan(30)
})

test('a report that comes every month does not begin with the numbers of the last one', () => {
  let seen = 0
  for (const ledger of ledgers)
    for (const [step, { discharges = [], opens = [] }] of Object.entries(ledger.transitions)) {
      if (!opens.some((one) => discharges.includes(typeof one === 'string' ? one : one.duty))) continue
      const numbers = asksOf(ledger, step).flatMap(({ key, optional }) => (!optional && ledger.fields[key]?.kind === 'number' ? [key] : []))
      const data = Object.fromEntries(numbers.map((key) => [key, 40]))
      expect(startOf(ledger, step, { data, took: { [step]: then } }), `${ledger.key} ${step}`).toEqual(
        Object.fromEntries(Object.entries(startOf(ledger, step, { data: {}, took: {} })).filter(([key]) => !numbers.includes(key))),
      )
      seen += numbers.length
    }
  expect(seen).toBeGreaterThan(2)
})

test('a form that is confirmed as it opens takes nothing back, on no ledger', () => {
  let seen = 0
  for (const ledger of ledgers)
    for (const [step, { moves = [] }] of Object.entries(ledger.transitions)) {
      const asks = asksOf(ledger, step)
      const moved = moves.map(({ to }) => to.slice(1))
      const data = Object.fromEntries(asks.map(({ key }) => [key, ledger.fields[key]?.kind === 'date' ? '2026-03-02' : '说过的']))
      const given = givenOf(asks, startOf(ledger, step, { data, took: { [step]: then } }), data)
      const lost = Object.keys(given).filter((key) => given[key] === null && !moved.includes(key))
      expect(lost, `${ledger.key} ${step}`).toEqual([])
      seen += asks.filter(({ optional }) => optional).length
    }
  expect(seen).toBeGreaterThan(100)
})
