import type { Ledger } from '../../shared/definition/ledger.ts'
import { sameHolder } from '../../shared/engine/seats.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { World } from '../../shared/world.ts'
import type { Clock } from '../clock.ts'
import { fileNotices, fileOnce, type Notice, noticeId, queueNotice, readNotices } from '../store/notices.ts'
import { systemScope } from '../store/system-scope.ts'
import { type Bringer, brought } from './brought.ts'
import { type Hearing, hears } from './hears.ts'
import { named } from './owed.ts'
import type { Step } from './progress.ts'
import { addressee, mayRead, officeToken, peopleAt, type Reader } from './recipients.ts'
import { doneOf, type Taken } from './step.ts'

/** The deputies who hear of an event: those who brought the record of every step of its ledger, or of those that concern them, others of what they owe or may do next. */
export function bringersOf(ledger: Ledger, record: LedgerRecord, event: LedgerEvent, world: World, hearings: Hearing[]): Bringer[] {
  const meant = hearings.flatMap(({ holder }) => (holder.kind === 'deputy' ? [{ holder, leads: true }] : []))
  const concerns = ledger.hearsOf?.includes(event.transition) ?? ledger.transitions[event.transition] !== undefined
  const told = concerns || event.undoes !== undefined
  const all = [...meant, ...(told ? brought(ledger, record, world) : [])]
  const own = ({ holder }: Bringer) => event.by.office.kind === 'deputy' && holder.id === event.by.office.id
  return all.filter((each, at) => !own(each) && all.findIndex(({ holder }) => sameHolder(holder, each.holder)) === at)
}

/** The deputies who may have heard of events that were taken back: of what was asked of them as well, though they owe it no more. */
export function heardOf(ledger: Ledger, record: LedgerRecord, gone: LedgerEvent[], world: World): Bringer[] {
  return gone.flatMap((event) => bringersOf(ledger, record, event, world, hears(ledger, record, event, world)))
}

/** Whoever owes something whose day moved with the calendar: many at once, so that each hears of all of it in his next letter. */
export function movedWith({ duties }: LedgerRecord, { moved }: LedgerEvent): Bringer[] {
  const holders = duties.filter(({ id, state }) => state === 'open' && moved.some((each) => each.id === id)).map(({ holder }) => holder)
  return holders
    .filter((holder, at) => holders.findIndex((other) => sameHolder(other, holder)) === at)
    .map((holder) => ({ holder, leads: true }))
}

/**
 * Lays what happened into the next letter of a deputy, or of whoever owes what moved with the calendar; who only signed with others hears when he asked for
 * it. What was taken back before it went no letter says any more, though his bell did, and so it tells that too; of what was taken back after it went he hears
 * in a letter, as long as he reads the item.
 */
export async function queue(
  ledger: Ledger,
  record: LedgerRecord,
  taken: Taken,
  world: World,
  { holder, leads }: Bringer,
  people: Reader[],
  clock: Clock,
): Promise<void> {
  const { event } = taken
  // Who was told of what is taken back is told of that, whatever he asks for now.
  const told = peopleAt(holder, people).filter(
    (person) => event.undoes !== undefined || ((leads || person.coSigned) && mayRead(person, record)),
  )
  const step: Step = { kind: 'step', on: event.on, ...doneOf(ledger, taken, world, record) }
  for (const person of told) {
    const before = event.undoes === undefined ? 'sent' : await takeBack(record, event, person)
    if (before === 'never' || (event.undoes !== undefined && person.id === event.by.id)) continue
    const notice: Notice = {
      id: noticeId('progress', record.ledger, record.id, event.seq, person.id),
      record: named(ledger, record),
      owner: record.township ?? 'county',
      rule: 'progress',
      on: clock.today,
      ...addressee(person),
      to: person.email,
      office: officeToken(holder),
      subject: step.step,
      state: 'planned',
      at: clock.now.toISOString(),
      content: step,
    }
    if (before === 'sent' && mayRead(person, record)) await queueNotice(systemScope(), notice)
    else await fileOnce(systemScope(), { ...notice, state: 'suppressed', reason: 'undone' })
  }
}

/**
 * Takes what waits for the person of the events that were undone out of his next letter; says whether some of it had gone out already, stood in his bell
 * alone, or was never told.
 */
async function takeBack(
  { ledger, id }: LedgerRecord,
  { seq, undoes = seq }: LedgerEvent,
  person: Reader,
): Promise<'sent' | 'shown' | 'never'> {
  const scope = systemScope()
  const seqs = Array.from({ length: seq - undoes }, (_, at) => undoes + at)
  const ids = seqs.map((each) => noticeId('progress', ledger, id, each, person.id))
  const notices = (await readNotices(scope, ids)).filter((notice) => notice !== null)
  const waiting = notices.filter(({ state }) => state === 'planned')
  await fileNotices(
    scope,
    waiting.map((notice) => ({ ...notice, state: 'suppressed' as const, reason: 'undone' as const })),
  )
  if (notices.some(({ state, letter }) => letter !== undefined && state !== 'suppressed')) return 'sent'
  return notices.length > 0 ? 'shown' : 'never'
}
