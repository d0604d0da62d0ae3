import { expect, test } from 'vitest'
import { addDays } from '../../shared/deadline/calendar.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { type Cells, cellsOf, cellsTell, figuresOf } from '../../shared/figures/cells.ts'
import type { Facts } from '../../shared/figures/facts.ts'
import { figures, NO_GROUP } from '../../shared/figures/figures.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import { type Arbitrary, fc, holds } from '../property.ts'

// Caps cut what a whole year of one person comes to: they are worked out from the facts alone.
const reporting = ledgers.filter(({ report }) => report && !report.caps)
const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-01-01', days))
const words = fc.constantFrom('A', 'B', 'satisfied', 'dissatisfied', 'yes', 'a.b@c')

/** Any facts that a ledger’s report may find, in any order of days. */
function anyFacts({ report = {} }: Ledger): Arbitrary<Facts> {
  const keyed = <T>(keys: string[], value: Arbitrary<T>) => fc.record(Object.fromEntries(keys.map((key) => [key, value])))
  const owed = fc.record({ openedOn: day, dueOn: fc.option(day), doneOn: fc.option(day, { nil: undefined }) })
  return fc.record({
    since: day,
    ended: fc.option(day, { nil: undefined }),
    owed: fc.array(owed, { maxLength: 3 }) as Arbitrary<Facts['owed']>,
    by: keyed(['township', ...(report.by ?? [])], fc.uniqueArray(words, { maxLength: 2 })) as Arbitrary<Facts['by']>,
    counts: keyed(report.counts ?? [], fc.record({ is: fc.array(words, { maxLength: 2 }), on: day })),
    sums: keyed(report.sums ?? [], fc.record({ n: fc.integer({ min: -999, max: 999 }).map((n) => n / 100), on: day })),
    rates: keyed(Object.keys(report.rates ?? {}), fc.record({ of: fc.option(day), over: fc.option(day) })),
  })
}

test.each(reporting.map((ledger) => [ledger.key, ledger] as const))(
  '%s: cells tell the figures of any facts, as of every month’s end and every day from the last change on',
  async (_, ledger) => {
    const changed = fc.record({ facts: anyFacts(ledger), known: day })
    await holds(
      [fc.array(changed, { maxLength: 8 }), day, fc.constantFrom('township', ...(ledger.report?.by ?? []))],
      (list, asked, by) => {
        const today = [asked, ...list.map(({ known }) => known)].sort().at(-1) as string
        const monthEnd = addDays(`${addDays(`${asked.slice(0, 7)}-28`, 5).slice(0, 7)}-01`, -1)
        for (const asOf of [today, monthEnd, addDays(today, 45)]) {
          expect(cellsTell(asOf, today)).toBe(true)
          const cells = list.map(({ facts, known }): [Facts, Cells] => [facts, cellsOf(ledger, facts, known)])
          const parts = cells.flatMap(([facts, own]) => {
            const ids = facts.by[by] ?? []
            return (ids.length > 0 ? ids : [NO_GROUP]).map((id): [string, Cells] => [id, own])
          })
          const told = figuresOf(
            ledger,
            { asOf, by, groups: ['A'] },
            cells.map(([, own]) => own),
            parts,
          )
          const wanted = figures(
            ledger,
            list.map(({ facts }) => facts),
            { asOf, by, groups: ['A'] },
          )
          expect(told).toEqual(wanted)
        }
      },
    )
  },
)

test('a day within a month gone by is not told by cells', () => {
  expect(cellsTell('2026-06-29', '2026-07-08')).toBe(false)
  expect(cellsTell('2026-06-30', '2026-07-08')).toBe(true)
})
