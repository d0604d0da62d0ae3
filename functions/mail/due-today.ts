import { addDays, isWorkday } from '../../shared/deadline/calendar.ts'
import { horizon, type Ladders, ladderOf, ladders, rungOf } from '../../shared/deadline/reminders.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Duty, Holder } from '../../shared/duty.ts'
import { sameHolder } from '../../shared/engine/seats.ts'
import type { Post } from '../../shared/post.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Wordings } from '../../shared/wording.ts'
import type { World } from '../../shared/world.ts'
import { definitions } from '../catalogue.ts'
import { owingUntil } from '../store/duties.ts'
import type { Ref } from '../store/keys.ts'
import { readMany } from '../store/records.ts'
import { type Heard, readSaid, saidKey } from '../store/said.ts'
import { systemScope } from '../store/system-scope.ts'
import { type County, county } from '../world.ts'
import { audience } from './audience.ts'
import { climber } from './climb.ts'
import { overviews } from './overview.ts'
import { type Reader, readersOfMail } from './recipients.ts'

/** One thing to say to somebody today. `copy`: he only looks on. `reader` is absent when the office has nobody to write to. */
export type Saying = {
  ledger: Ledger
  record: LedgerRecord
  duty: Dated
  rung: string
  copy: boolean
  office: Holder
  reader?: Reader
  /** The post that the rung names, where nobody in the office holds it. */
  instead?: Post
  /** The rung that he heard of last. */
  before?: string
}
export type DueToday = { world: World; people: Reader[]; sayings: Saying[]; wordings?: Wordings | undefined }
type Dated = Duty & { dueOn: string }
/** An open duty with its record and definition; `held`: its overdue reminders wait. */
export type Owing = { ledger: Ledger; record: LedgerRecord; duty: Dated; held: boolean }

/**
 * Everything that is to be said on a working day and was not said before, to whom it has to be said; nothing on a rest day.
 * Each person climbs the rungs that reach him: a rung missed, or whose mail failed, is made up for with his next one.
 * `asOf` morning: whatever was said that day counts as not said yet, so that the whole of the day comes out again.
 */
export async function dueToday(date: string, asOf: 'now' | 'morning' = 'now'): Promise<DueToday> {
  const { world, settings, people, own, open, said } = await survey(date)
  if (!isWorkday(world.calendar, date)) return { world, people, sayings: [] }
  const climb = climber(date, world.calendar)
  const known = (reader: Reader, name: string) => {
    const heard = said.get(reader.id)?.get(name)
    return asOf === 'morning' && heard && heard.on >= date ? heard.before : heard?.rung
  }
  const sayings = open.flatMap(({ ledger, record, duty, held }) => {
    const ladder = ladderOf({ duty, reminders: ledger.duties[duty.key]?.reminders }, own)
    const name = saidKey({ ledger: ledger.key, record: record.id, duty: duty.id, dueOn: duty.dueOn })
    return audience(ledger, record, duty, ladder, world, people).flatMap(({ reminders, instead: standIns, ...listener }): Saying[] => {
      const before = listener.reader && known(listener.reader, name)
      const rung = climb({ duty, reminders, held }, before)
      const instead = rung && standIns[rungOf(rung)]
      return rung ? [{ ledger, record, duty, rung, ...listener, ...(instead ? { instead } : {}), ...(before ? { before } : {}) }] : []
    })
  })
  const told = overviews(open, { world, people, date, on: settings.overviews ?? {}, last: known })
  return { world, people, sayings: [...sayings, ...told], wordings: settings.wording }
}

/** What reminders rest on: everybody who can be told, what each has heard, and the open duties of which any can be due up to a day; `changed`: with these ladders. */
export async function survey(date: string, changed: Partial<Ladders> = {}): Promise<Survey> {
  const [{ world, settings }, people, defined] = await Promise.all([county(), readersOfMail(date), definitions(systemScope())])
  const ledgers = new Map(defined.map(({ ledger }) => [ledger.key, ledger]))
  const own: Ladders = { ...ladders, ...settings.reminders, ...changed }
  const until = addDays(date, reach([...ledgers.values()], own))
  const [open, said] = await Promise.all([openDuties(until, ledgers), saidTo(people)])
  return { world, settings, people, own, open, said }
}

export type Survey = County & { people: Reader[]; own: Ladders; open: Owing[]; said: Map<string, Map<string, Heard>> }

/** The open duties of a record that have a day, with what holds their overdue reminders. */
export function owingOf(ledger: Ledger, record: LedgerRecord): Owing[] {
  return record.duties.filter(isOpen).flatMap((duty): Owing[] => {
    const rule = ledger.duties[duty.key]
    // What one office asked holds its own reminders, not those of others on the same record.
    const held = record.duties.some(
      ({ key, state, asker }) => state === 'open' && rule?.heldBy?.includes(key) && (!asker || sameHolder(asker, duty.holder)),
    )
    return rule ? [{ ledger, record, duty, held }] : []
  })
}

/** The open duties up to a day, each with its record: the record is the truth, the index only finds it. */
async function openDuties(until: string, ledgers: Map<string, Ledger>): Promise<Owing[]> {
  const found: Ref[] = []
  for await (const ref of owingUntil(systemScope(), until)) found.push(ref)
  const records = await readMany(systemScope(), found, { eventual: true })
  return records.flatMap((record) => {
    const ledger = ledgers.get(record.ledger)
    return ledger ? owingOf(ledger, record).filter(({ duty }) => duty.dueOn <= until) : []
  })
}

async function saidTo(people: Reader[]): Promise<Map<string, Map<string, Heard>>> {
  return new Map(await Promise.all(people.map(async ({ id }) => [id, await readSaid(systemScope(), id)] as const)))
}

/** How many days ahead any ladder begins. */
function reach(ledgers: Ledger[], { long, short }: Ladders): number {
  const rules = ledgers.flatMap(({ duties }) => Object.values(duties))
  return horizon([long, short, ...rules.flatMap(({ reminders }) => (Array.isArray(reminders) ? [reminders] : []))])
}

function isOpen(duty: Duty): duty is Dated {
  return duty.state === 'open' && duty.dueOn !== null
}
