import type { Ledger } from '../../shared/definition/ledger.ts'
import { optionsOf } from '../../shared/definition/options.ts'
import type { Total } from '../../shared/figures/figures.ts'
import type { Lang } from '../../shared/names.ts'
import type { Shown } from '../data.ts'

/** What one kind of work brought: how many entries, their points, and what of these counts under the cap of the year. */
export type PointRow = { rule: string; entries: number; points: number; counted: number; most: number | undefined }

/** The ledger that grades deputies by points, if the county keeps one: its report caps a sum for each of them. */
export function grading(ledgers: Ledger[]): Ledger | undefined {
  return ledgers.find(({ report, fields }) => report?.caps && fields[report.caps.per]?.kind === 'deputies')
}

/** The points of one person in a year, rule by rule, the most first; entries that do not count yet are left out. */
export function pointsOf(ledger: Ledger, records: Pick<Shown, 'state' | 'data'>[], lang: Lang): PointRow[] {
  const { caps, sumsIn } = ledger.report ?? {}
  if (!caps) return []
  const options = optionsOf(ledger.fields[caps.by], ledger.fields) ?? {}
  const rows = new Map<string, { entries: number; points: number }>()
  for (const { state, data } of records) {
    if (sumsIn && !sumsIn.includes(state)) continue
    const rule = String(data[caps.by] ?? '')
    const row = rows.get(rule) ?? { entries: 0, points: 0 }
    rows.set(rule, { entries: row.entries + 1, points: row.points + Number(data[caps.sum] ?? 0) })
  }
  return [...rows]
    .map(([rule, { entries, points }]) => {
      const most = caps.most[rule]
      return { rule: options[rule]?.[lang] ?? rule, entries, points, most, counted: most === undefined ? points : Math.min(points, most) }
    })
    .sort((a, b) => b.counted - a.counted)
}

/** How many points are still wanted for the next better grade, by the steps of the report; null where there is none. */
export function nextGrade(ledger: Ledger, points: number): { grade: string; wants: number } | null {
  const steps = [...(ledger.report?.caps?.grades ?? [])].sort((a, b) => a.from - b.from)
  const next = steps.find(({ from }) => from > points)
  return next ? { grade: next.is, wants: next.from - points } : null
}

/** Where somebody stands among all by points: equal points share a place. Null while he has none. */
export function rankOf(
  groups: { id: string; total: Total }[],
  name: string,
  sum: string,
): { place: number; of: number; grade?: string } | null {
  const points = (total: Total) => total.sums[sum] ?? 0
  const own = groups.find(({ id }) => id === name)
  if (!own) return null
  const ranked = groups.filter(({ id }) => id !== 'none')
  const { grade } = own.total as { grade?: string }
  return {
    place: 1 + ranked.filter(({ total }) => points(total) > points(own.total)).length,
    of: ranked.length,
    ...(grade ? { grade } : {}),
  }
}
