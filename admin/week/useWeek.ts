import { addDays, weekdayOf } from '../../shared/deadline/calendar.ts'
import { shanghaiDay } from '../../shared/deadline/days.ts'
import type { CalendarDay } from '../../shared/wire.ts'
import { asPath, useAsked } from '../api.ts'
import { useAllGroups } from '../county/figures.ts'
import type { Shown } from '../data.ts'
import { usePanel } from '../panel.ts'

/** A township that has moved nothing for so many days is silent. */
export const SILENT_DAYS = 30

type Listed = { data: Shown[]; total?: number }

const isSilent =
  (today: string) =>
  ({ last }: { last: string | null }) =>
    last === null || last < addDays(today, -SILENT_DAYS)

/** What stands on the sheet of a week: late, due, planned, and who is silent; each by the question that its list asks too. */
export function useWeek() {
  const { today, offices, scope } = usePanel()
  const from = addDays(today, -((weekdayOf(today) + 6) % 7))
  const to = addDays(from, 6)
  const townships = offices.filter(({ kind, closed }) => kind === 'township' && !closed)
  const late = useAsked<Listed>(asPath('/records', { overdue: 'true', sort: 'dueOn', limit: '10' }))
  const due = useAsked<Listed>(asPath('/records', { overdue: 'false', dueBefore: addDays(to, 1), sort: 'dueOn', limit: '50' }))
  const planned = useAsked(`/year?year=${today.slice(0, 4)}`, {
    select: ({ data }: { data: CalendarDay[] }) => data.filter(({ on, what }) => what === 'planned' && on >= from && on <= to),
  })
  const places = useAllGroups({}, 'township')
  const moved = useAsked<{ data: { township: string; updatedAt: string }[] }>(scope.office.kind === 'county' ? '/moves' : null)
  const lastOf = new Map(moved.data?.data.map(({ township, updatedAt }) => [township, shanghaiDay(updatedAt)]))
  const silent = moved.data && townships.map(({ id }) => ({ id, last: lastOf.get(id) ?? null })).filter(isSilent(today))
  return { from, to, late, due, planned, places, silent }
}
