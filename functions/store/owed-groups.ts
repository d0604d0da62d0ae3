import { addDays } from '../../shared/deadline/calendar.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { NEAR } from '../../shared/tally.ts'
import { COUNTY, type CountGroup, groupOf, type Offices, officeFilter, type Question } from './count-groups.ts'
import { readCountsOfAll } from './counters.ts'
import { readsAll } from './parts.ts'

/** The kind of the offices that a division is by; undefined where it is by something else. */
export function kindOf([ledger]: Ledger[], by: string): string | undefined {
  if (officeFilter(by)) return by
  const field = ledger?.fields[by]
  return field?.kind === 'office' || field?.kind === 'offices' ? field.of : undefined
}

/** Groups of offices, each with what its office owes itself; among them those that owe something and have no item of their own. */
export async function withOwed(
  question: Question,
  by: string,
  kind: string,
  groups: CountGroup[],
  offices: Offices,
): Promise<CountGroup[]> {
  const own = offices.filter((each) => each.kind === kind)
  // The county's own items are a group among townships.
  const offered = [...own, ...(by === 'township' ? [{ id: COUNTY }] : [])]
  const idle = officeFilter(by) ? offered.filter(({ id }) => !groups.some((group) => group.id === id)) : []
  const all = [...groups, ...idle.map(({ id }) => groupOf(id, [], {}))]
  const { scope } = question
  const owing = await Promise.all(
    all.map(async (group) => {
      const office = group.id === COUNTY ? COUNTY : kind
      const works = office === COUNTY || own.some(({ id }) => id === group.id)
      // What others owe, an office outside the county's is not told by their names.
      const asks = readsAll(scope) || (scope.office.kind === office && scope.office.id === group.id)
      return works && asks ? owes(question, by, office, group) : group
    }),
  )
  return owing.filter(({ total, owes: lamps }) => total > 0 || (lamps && lamps.overdue + lamps.nearDue > 0))
}

/** What the office of a group owes itself: of everything where the division is by offices, of a field's value only where it stands in that field. */
async function owes({ scope, ledgers, query, today }: Question, by: string, kind: string, group: CountGroup): Promise<CountGroup> {
  const where = officeFilter(by) ? {} : { where: { ...query.where, [by]: group.id } }
  const asked = { dueBefore: addDays(today, NEAR + 1), ...query, ...where, holder: `${kind}:${group.id}` }
  const counts = Object.values(await readCountsOfAll(scope, ledgers, asked, today))
  const sum = (lamp: 'overdue' | 'nearDue') => counts.reduce((all, one) => all + one[lamp], 0)
  return { ...group, owes: { overdue: sum('overdue'), nearDue: sum('nearDue') } }
}
