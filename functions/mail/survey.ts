import { addDays } from '../../shared/deadline/calendar.ts'
import { horizon, type Ladders, ladderOf, ladders } from '../../shared/deadline/reminders.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Duty } from '../../shared/duty.ts'
import { isHeld } from '../../shared/engine/held.ts'
import { NEAR } from '../../shared/tally.ts'
import { definitions } from '../catalogue.ts'
import { owingUntil } from '../store/duties.ts'
import type { Ref } from '../store/keys.ts'
import { readMany } from '../store/records.ts'
import { type Heard, readSaid, saidKey } from '../store/said.ts'
import { systemScope } from '../store/system-scope.ts'
import { type County, county } from '../world.ts'
import { audience, type Listener } from './audience.ts'
import { periodOf } from './overview.ts'
import { type Reader, readersOfMail } from './recipients.ts'
import { type Part, withWholes } from './whole.ts'

type Dated = Duty & { dueOn: string }
/** An open duty with its record and definition; `held`: its overdue reminders wait. */
export type Owing = { ledger: Ledger; record: Part; duty: Dated; held: boolean }
/** The same with whom its ladder reaches; `name`: what it is called among what was said to people. */
export type Addressed = Owing & { listeners: Listener[]; name: string }

/** What reminders rest on besides the duties: the county, everybody who can be told, its ladders and definitions. */
export type Around = County & { people: Reader[]; own: Ladders; ledgers: Map<string, Ledger> }
/** What each person has heard last, by person and `saidKey`. */
export type SaidTo = Map<string, Map<string, Heard>>
export type Survey = Around & { open: Addressed[]; said: SaidTo }

/** What reminders of a day rest on; `changed`: with these ladders. */
export async function surroundings(date: string, changed: Partial<Ladders> = {}): Promise<Around> {
  const [{ world, settings }, people, defined] = await Promise.all([county(), readersOfMail(date), definitions(systemScope())])
  const ledgers = new Map(defined.map(({ ledger }) => [ledger.key, ledger]))
  return { world, settings, people, own: { ...ladders, ...settings.reminders, ...changed }, ledgers }
}

/** The same with the open duties of which any can be due up to a day, and what was said of them. Reads in proportion to these duties, however much was said before. */
export async function survey(date: string, changed: Partial<Ladders> = {}): Promise<Survey> {
  const around = await surroundings(date, changed)
  const until = addDays(date, Math.max(NEAR, reach([...around.ledgers.values()], around.own)))
  const open = (await openDuties(until, around.ledgers)).map((owing) => addressed(owing, around))
  return { ...around, open, said: await saidOf(open, around.people) }
}

/** Whom the ladder of a duty reaches. */
export function addressed(owing: Owing, { own, world, people }: Pick<Around, 'own' | 'world' | 'people'>): Addressed {
  const { ledger, record, duty } = owing
  const ladder = ladderOf({ duty, reminders: ledger.duties[duty.key]?.reminders }, own)
  const name = saidKey({ ledger: ledger.key, record: record.id, duty: duty.id, dueOn: duty.dueOn })
  return { ...owing, name, listeners: audience(ledger, record, duty, ladder, world, people) }
}

/** What those whom these duties reach heard last of each, and everybody of overviews. */
export function saidOf(open: Addressed[], people: Reader[]): Promise<SaidTo> {
  const rungs = open.flatMap(({ listeners, name }) => listeners.flatMap(({ reader }) => (reader ? [{ person: reader.id, name }] : [])))
  const overviews = people.flatMap((reader) => {
    const period = periodOf(reader)
    return period ? [{ person: reader.id, name: period }] : []
  })
  return readSaid(systemScope(), [...rungs, ...overviews])
}

/** The open duties of a record that have a day, with what holds their overdue reminders. */
export function owingOf(ledger: Ledger, record: Part): Owing[] {
  return record.duties
    .filter(isOpen)
    .flatMap((duty): Owing[] => (ledger.duties[duty.key] ? [{ ledger, record, duty, held: isHeld(ledger, record, duty) }] : []))
}

/** The open duties up to a day, each with its record: the record is the truth, the index only finds it. */
async function openDuties(until: string, ledgers: Map<string, Ledger>): Promise<Owing[]> {
  const found: Ref[] = []
  for await (const ref of owingUntil(systemScope(), until)) found.push(ref)
  const records = await withWholes(await readMany(systemScope(), found, { eventual: true }), ledgers)
  return records.flatMap((record) => {
    const ledger = ledgers.get(record.ledger)
    return ledger ? owingOf(ledger, record).filter(({ duty }) => duty.dueOn <= until) : []
  })
}

/** How many days ahead any ladder begins. */
function reach(ledgers: Ledger[], { long, short }: Ladders): number {
  const rules = ledgers.flatMap(({ duties }) => Object.values(duties))
  return horizon([long, short, ...rules.flatMap(({ reminders }) => (Array.isArray(reminders) ? [reminders] : []))])
}

function isOpen(duty: Duty): duty is Dated {
  return duty.state === 'open' && duty.dueOn !== null
}
