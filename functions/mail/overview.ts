import { addDays, isWorkday, nextWorkday, weekdayOf } from '../../shared/deadline/calendar.ts'
import type { Holder } from '../../shared/duty.ts'
import { sameHolder } from '../../shared/engine/seats.ts'
import { NEAR } from '../../shared/tally.ts'
import type { World } from '../../shared/world.ts'
import type { Heard } from '../store/said.ts'
import type { Saying } from './due-today.ts'
import { leadersOf, mayRead, peopleAt, type Reader } from './recipients.ts'
import type { Owing } from './survey.ts'

export const periods = ['weekly', 'monthly'] as const
/** How often somebody is told how everything stands, beside the rungs of single duties. */
export type Period = (typeof periods)[number]
/** True for a rung that is an overview. */
export function isPeriod(rung: string): boolean {
  return periods.some((period) => period === rung)
}

/** The overview that somebody is meant to have; null for a deputy, who hears of what he brought. */
export function periodOf({ role, office }: Pick<Reader, 'role' | 'office'>): Period | null {
  return role === 'leader' ? 'monthly' : office.kind === 'deputy' ? null : 'weekly'
}

export type Overviews = { [period in Period]?: boolean }

type Asked = { world: World; people: Reader[]; date: string; on: Overviews; last: (reader: Reader, period: Period) => Heard['before'] }

/**
 * What overviews say on a day: to townships, units and desks each week what is overdue or due within a fortnight, each of its own; to the county's leaders each month what is
 * overdue. They go out on the first working day, and are made up for by whoever has had one before.
 */
export function overviews(open: Owing[], { world, people, date, on, last }: Asked): Saying[] {
  const wanted = (reader: Reader, period: Period) => {
    const first = firstDay(period, date, world)
    const before = last(reader, period)
    return on[period] !== false && (before === undefined ? date === first : before < first && first <= date)
  }
  const weekly = new Set(people.filter((reader) => periodOf(reader) === 'weekly' && wanted(reader, 'weekly')))
  const monthly = leadersOf(people).filter((reader) => wanted(reader, 'monthly'))
  if (weekly.size + monthly.length === 0) return []
  return open.flatMap((each) => {
    const { record, duty, held } = each
    if (held || duty.dueOn > addDays(date, NEAR)) return []
    const say = (office: Holder, reader: Reader, period: Period): Saying => {
      const before = last(reader, period)
      const copy = !sameHolder(office, duty.holder) || period === 'monthly'
      return { ledger: each.ledger, record, duty, rung: period, copy, office, reader, ...(before ? { before } : {}) }
    }
    const homes: Holder[] = [duty.holder, ...(record.township === null ? [] : [{ kind: 'township' as const, id: record.township }])]
    const offices = homes.filter((home, at) => home.kind !== 'county' || home.desk !== undefined || at > 0)
    const told = new Map<string, Saying>()
    for (const office of offices) {
      // Of the whole office those who handle its items, and of them those whose turn it is: nobody stands in for whoever has had his.
      for (const reader of peopleAt(office, people))
        if (weekly.has(reader) && !told.has(reader.id) && (sameHolder(office, duty.holder) || mayRead(reader, record)))
          told.set(reader.id, say(office, reader, 'weekly'))
    }
    const leaders = duty.dueOn < date ? monthly.map((reader) => say({ kind: 'county', id: 'county' }, reader, 'monthly')) : []
    return [...told.values(), ...leaders]
  })
}

/** The first working day of the week (from Monday) or of the month in which a day lies. */
function firstDay(period: Period, date: string, { calendar }: World): string {
  const begin = period === 'weekly' ? addDays(date, -((weekdayOf(date) + 6) % 7)) : `${date.slice(0, 8)}01`
  return isWorkday(calendar, begin) ? begin : nextWorkday(calendar, begin)
}
