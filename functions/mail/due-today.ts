import { addDays, isWorkday } from '../../shared/calendar.ts'
import type { Duty, Holder } from '../../shared/duty.ts'
import type { Ledger, Rung } from '../../shared/ledger.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { horizon, type Ladders, ladderOf, ladders, plan } from '../../shared/reminders.ts'
import { seats } from '../../shared/seats.ts'
import type { World } from '../../shared/world.ts'
import { definitions } from '../catalogue.ts'
import { dutiesUntil, type OpenDuty } from '../store/duties.ts'
import { readMany } from '../store/records.ts'
import { readSaid, saidKey } from '../store/said.ts'
import { readCountySettings } from '../store/settings.ts'
import { systemScope } from '../store/system-scope.ts'
import { world as loadWorld } from '../world.ts'
import { officeToken, peopleAt, type Reader, readersOfMail } from './recipients.ts'

/** One thing to say to somebody today. `copy`: he only looks on. `reader` is absent when the office has nobody to write to. */
export type Saying = {
  ledger: Ledger
  record: LedgerRecord
  duty: Duty & { dueOn: string }
  rung: string
  copy: boolean
  office: Holder
  reader?: Reader
}
export type DueToday = { world: World; people: Reader[]; sayings: Saying[] }

/**
 * Everything that is to be said on a working day and was not said before, to whom it has to be said; nothing on a rest day.
 * Each person climbs the rungs that reach him: a rung missed, or whose mail failed, is made up for with his next one.
 */
export async function dueToday(date: string): Promise<DueToday> {
  const scope = systemScope()
  const [world, people, defined, settings] = await Promise.all([loadWorld(), readersOfMail(), definitions(scope), readCountySettings()])
  if (!isWorkday(world.calendar, date)) return { world, people, sayings: [] }
  const own: Ladders = { ...ladders, ...settings.reminders }
  const ledgers = new Map(defined.map(({ ledger }) => [ledger.key, ledger]))
  const rungs = [
    own.long,
    own.short,
    ...[...ledgers.values()].flatMap(({ duties }) =>
      Object.values(duties).flatMap(({ reminders }) => (Array.isArray(reminders) ? [reminders] : [])),
    ),
  ]
  const open: OpenDuty[] = []
  for await (const each of dutiesUntil(scope, addDays(date, horizon(rungs)))) open.push(each)
  const records = await recordsOf(open)
  const said = new Map(await Promise.all(people.map(async ({ id }) => [id, await readSaid(scope, id)] as const)))
  const sayings: Saying[] = []
  for (const {
    duty: { id },
    record: { ledger: key, id: record },
  } of open) {
    const ledger = ledgers.get(key)
    const whole = records.get(`${key}#${record}`)
    const duty = whole?.duties.find((each) => each.id === id)
    if (ledger && whole && duty && isOpen(duty)) sayings.push(...sayingsOf(ledger, whole, duty, world, people, own, said, date))
  }
  return { world, people, sayings }
}

function sayingsOf(
  ledger: Ledger,
  record: LedgerRecord,
  duty: Duty & { dueOn: string },
  world: World,
  people: Reader[],
  own: Ladders,
  said: Map<string, Map<string, string>>,
  date: string,
): Saying[] {
  const rule = ledger.duties[duty.key]
  const held = record.duties.some(({ key, state }) => state === 'open' && rule?.heldBy?.includes(key))
  const ladder = ladderOf({ duty, reminders: rule?.reminders }, own)
  const name = saidKey({ ledger: ledger.key, record: record.id, duty: duty.id, dueOn: duty.dueOn })
  return audience(ledger, record, duty, ladder, world, people).flatMap(({ office, reader, reminders, copy }) => {
    const last = reader && said.get(reader.id)?.get(name)
    const [planned] = plan([{ duty, reminders, held }], date, world.calendar, { sent: (_, rung) => rung === last })
    return planned ? [{ ledger, record, duty, rung: planned.rung, copy, office, ...(reader ? { reader } : {}) }] : []
  })
}

type Listener = { office: Holder; reader?: Reader; reminders: Rung[]; copy: boolean }

/** Everybody whom some rung of the ladder reaches, each with the rungs that reach him. Whoever is meant himself gets no copy. */
function audience(ledger: Ledger, record: LedgerRecord, duty: Duty, ladder: Rung[], world: World, people: Reader[]): Listener[] {
  const listeners = new Map<string, Listener>()
  for (const rung of ladder) {
    const to = rung.to.flatMap((word) => named(ledger, record, duty, word, world))
    const cc = (rung.cc ?? []).flatMap((word) => named(ledger, record, duty, word, world))
    for (const [office, copy] of [...to.map((each) => [each, false] as const), ...cc.map((each) => [each, true] as const)]) {
      const readers: (Reader | undefined)[] = peopleAt(office, people)
      // Only the holder's silence is worth a line in the log; a copy that nobody gets is not.
      if (readers.length === 0 && !copy) readers.push(undefined)
      for (const reader of readers) {
        const id = reader?.id ?? officeToken(office)
        const known = listeners.get(id)
        if (!known) listeners.set(id, { office, ...(reader ? { reader } : {}), reminders: [rung], copy })
        else
          listeners.set(id, {
            ...known,
            copy: known.copy && copy,
            reminders: known.reminders.includes(rung) ? known.reminders : [...known.reminders, rung],
          })
      }
    }
  }
  return [...listeners.values()]
}

/** The posts of an office (liaison, leader, head) are not kept apart: its accounts are its liaisons, the others hear by them. */
function named(ledger: Ledger, record: LedgerRecord, duty: Duty, word: string, world: World): Holder[] {
  if (word === 'holder' || word === 'liaison') return [duty.holder]
  if (word === 'leader' || word === 'head') return []
  return seats(ledger, record, [word], world)
}

async function recordsOf(open: OpenDuty[]): Promise<Map<string, LedgerRecord>> {
  const refs = new Map(open.map(({ record: { ledger, id } }) => [`${ledger}#${id}`, { ledger, id }]))
  const records = await readMany(systemScope(), [...refs.values()], { eventual: true })
  return new Map(records.map((record) => [`${record.ledger}#${record.id}`, record]))
}

function isOpen(duty: Duty): duty is Duty & { dueOn: string } {
  return duty.state === 'open' && duty.dueOn !== null
}
