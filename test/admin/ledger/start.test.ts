import { expect, test } from 'vitest'
import type { Shown } from '../../../admin/data.ts'
import { comesAgain, startOf } from '../../../admin/ledger/act/start.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'

/** Steps that are entered again and again, with the day that they write down. */
const series = ledgers.flatMap((ledger) =>
  Object.entries(ledger.transitions).flatMap(([key, rule]) => {
    const day = (rule.asks ?? []).find((ask) => {
      const field = ledger.fields[ask]
      return field?.kind === 'date' && field.past
    })
    return comesAgain(rule) && day ? [{ ledger, key, rule, day }] : []
  }),
)

test('of all definitions, an entry in a series does not begin with the day of the last one', () => {
  expect(series.length).toBeGreaterThan(1)
  for (const { ledger, key, day } of series)
    expect(startOf(ledger, key, { data: { [day]: '2026-10-28' } } as unknown as Shown), `${ledger.key} ${key}`).not.toHaveProperty(day)
})

test('of all definitions, what is entered once a year takes each day once', () => {
  const yearly = series.filter(({ ledger, rule }) => (rule.discharges ?? []).some((duty) => 'yearly' in (ledger.duties[duty]?.due ?? {})))
  expect(yearly.length).toBeGreaterThan(0)
  for (const { ledger, key, rule, day } of yearly) expect(rule.once, `${ledger.key} ${key}`).toContain(day)
})
