import { addDays, isWorkday, nextWorkday } from '../../shared/deadline/calendar.ts'
import type { Ladders } from '../../shared/deadline/reminders.ts'
import type { World } from '../../shared/world.ts'
import { readLetters } from '../store/letters.ts'
import { systemScope } from '../store/system-scope.ts'
import { climberAhead } from './climb.ts'
import type { Named } from './item.ts'
import { overviews, periods } from './overview.ts'
import { named } from './owed.ts'
import { waitingNews } from './progress.ts'
import { type Reader, silenced } from './recipients.ts'
import { type Addressed, type Survey, survey } from './survey.ts'

/** Rules that are tried before they are saved. */
export type Rules = { reminders?: Partial<Ladders> | undefined; overviews?: { weekly?: boolean; monthly?: boolean } | undefined }

/** One thing that will be said to somebody on a day, and by which rule. */
export type Foreseen = { date: string; reader: Reader; rule: string; record: Named; dueOn?: string; copy: boolean }

/**
 * Who will be told what on which day of a span, if nothing happens to what is open and every morning's job runs: the rungs of every duty, overviews, and the
 * news that wait. Whoever has had his mail of the first day hears the rest with his next one. Sends and stores nothing.
 */
export async function foresee(from: string, to: string, changed: Rules = {}): Promise<{ world: World; foreseen: Foreseen[] }> {
  const found = await survey(to, changed.reminders)
  const { world, own, open, said, people } = found
  const first = await firstDays(people, from)
  const begins = (reader: Reader) => first.get(reader.id) ?? from
  const foreseen = rungsAhead(open, { world, own, said, begins, to })
  const last = new Map<string, string | undefined>(
    people.flatMap(({ id }) => periods.map((period) => [`${id}#${period}`, said.get(id)?.get(period)?.rung] as const)),
  )
  for (const date of daysOf(from, to, world)) {
    const on = changed.overviews ?? found.settings.overviews ?? {}
    const told = overviews(open, { world, people, date, on, last: ({ id }, period) => last.get(`${id}#${period}`) })
    for (const { ledger, record, duty, rung, reader, copy } of told) {
      if (!reader || silenced(reader) || begins(reader) > date) continue
      last.set(`${reader.id}#${rung}`, date)
      foreseen.push({ date, reader, rule: rung, record: named(ledger, record), dueOn: duty.dueOn, copy })
    }
  }
  return { world, foreseen: [...foreseen, ...(await news(people, begins, to, world))] }
}

type Around = Pick<Survey, 'world' | 'own' | 'said'> & { begins: (reader: Reader) => string; to: string }

/** What will be said of duties up to a day, if nothing happens to them. */
export function rungsAhead(open: Addressed[], { world, own, said, begins, to }: Around): Foreseen[] {
  const climb = climberAhead(to, world.calendar, own)
  return open.flatMap(({ ledger, record, duty, held, listeners, name }) => {
    const what = named(ledger, record)
    return listeners.flatMap(({ reader, reminders, copy }): Foreseen[] => {
      if (!reader || silenced(reader)) return []
      const rungs = climb({ duty, reminders, held }, begins(reader), said.get(reader.id)?.get(name)?.rung)
      return rungs.map(({ on, rung }) => ({ date: on, reader, rule: rung, record: what, dueOn: duty.dueOn, copy }))
    })
  })
}

/** From when on somebody can be told: tomorrow for whoever has had his mail of that day. */
export async function firstDays(people: Reader[], from: string): Promise<Map<string, string>> {
  const asked = people.map(({ id }) => ({ person: id, on: from }))
  const letters = await readLetters(systemScope(), asked)
  return new Map(letters.flatMap((letter) => (letter?.state === 'sent' ? [[letter.person, addDays(from, 1)] as const] : [])))
}

function daysOf(from: string, to: string, { calendar }: World): string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkday(calendar, day)) days.push(day)
  return days
}

async function news(people: Reader[], begins: (reader: Reader) => string, to: string, { calendar }: World): Promise<Foreseen[]> {
  const { news: waiting } = await waitingNews(people)
  return people.flatMap((reader) => {
    const begin = begins(reader)
    const date = isWorkday(calendar, begin) ? begin : nextWorkday(calendar, begin)
    if (date > to) return []
    return (waiting.get(reader.id) ?? []).map(({ notice: { record, rule } }): Foreseen => ({ date, reader, rule, record, copy: false }))
  })
}
