import { isWorkday } from '../../shared/deadline/calendar.ts'
import { rungOf } from '../../shared/deadline/reminders.ts'
import type { Holder } from '../../shared/duty.ts'
import type { Post } from '../../shared/post.ts'
import type { World } from '../../shared/world.ts'
import { climber } from './climb.ts'
import { overviews } from './overview.ts'
import { type OwnWords, ownWordsOf } from './own-words.ts'
import type { Reader } from './recipients.ts'
import { type Standings, standingsOf } from './standings.ts'
import { type Owing, survey } from './survey.ts'

/** One thing to say to somebody today. `copy`: he only looks on. `reader` is absent when the office has nobody to write to. */
export type Saying = Omit<Owing, 'held'> & {
  rung: string
  copy: boolean
  office: Holder
  reader?: Reader
  /** The post that the rung names, where nobody in the office holds it. */
  instead?: Post
  /** The rung that he heard of last. */
  before?: string
  /** He heard of it with the letter of a later day. */
  later?: true
}
/** `overtaken`: the letters of a later day have gone out. */
export type DueToday = {
  world: World
  people: Reader[]
  sayings: Saying[]
  standings?: Standings
  overtaken?: boolean
  own?: OwnWords | undefined
}

/**
 * Everything that is to be said on a working day and was not said before, to whom it has to be said; nothing on a rest day.
 * Each person climbs the rungs that reach him: a rung missed, or whose mail failed, is made up for with his next one.
 * `asOf` morning: whatever was said that day counts as not said yet, so that the whole of the day comes out again. What the letter of a later day said is not
 * said again when somebody runs an earlier one after it.
 */
export async function dueToday(date: string, asOf: 'now' | 'morning' = 'now'): Promise<DueToday> {
  const { world, settings, people, open, said } = await survey(date)
  if (!isWorkday(world.calendar, date)) return { world, people, sayings: [] }
  const climb = climber(date, world.calendar)
  const known = (reader: Reader, name: string) => {
    const heard = said.get(reader.id)?.get(name)
    return asOf === 'morning' && heard && heard.on >= date ? heard.before : heard?.rung
  }
  const sayings = open.flatMap(({ ledger, record, duty, held, listeners, name }) => {
    return listeners.flatMap(({ reminders: ladder, instead: standIns, ...listener }): Saying[] => {
      const before = listener.reader && known(listener.reader, name)
      const later = listener.reader !== undefined && (said.get(listener.reader.id)?.get(name)?.on ?? '') > date
      if (later && asOf === 'now') return []
      const rung = climb({ duty, reminders: ladder, held }, before)
      const instead = rung && standIns[rungOf(rung)]
      const more = { ...(instead ? { instead } : {}), ...(before ? { before } : {}), ...(later ? { later } : {}) }
      return rung ? [{ ledger, record, duty, rung, ...listener, ...more }] : []
    })
  })
  const told = overviews(open, { world, people, date, on: settings.overviews ?? {}, last: known })
  const overtaken = [...said.values()].some((each) => [...each.values()].some(({ on }) => on > date))
  return {
    world,
    people,
    sayings: [...sayings, ...told],
    standings: standingsOf(open, date),
    overtaken,
    own: await ownWordsOf(settings.wording),
  }
}
