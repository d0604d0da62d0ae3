import type { Condition } from '../../shared/definition/condition.ts'
import { stepsToDone } from '../../shared/definition/discharger.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Duty, Holder } from '../../shared/duty.ts'
import { holds } from '../../shared/engine/holds.ts'
import { sameHolder, seats } from '../../shared/engine/seats.ts'
import { type LedgerEvent, untold } from '../../shared/event.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Cause } from '../../shared/words/rule.ts'
import type { World } from '../../shared/world.ts'
import { officeToken } from './recipients.ts'

/**
 * Why an office hears of an event: something new to do, a moved day, a draft come back, nothing more to do, a request answered, or the next step is theirs.
 * `freed`: what it owed went with the step that was taken back. `act`: the step that leads on, where nobody owes it by a day.
 */
export type Hearing = { holder: Holder; cause: Cause; duties: string[]; freed?: true; act?: string }

/**
 * Who hears of an event at once, and why; nobody hears of what his own office did, and imports, and taking one back, tell nobody. Reads phases and duties only:
 * whoever got a duty hears of it, or of its new day; the creator and the owner hear when the record comes back as a draft or ends
 * without result; who lost to another what he owed hears so, and who asked for something that it was answered; when nobody owes anything in an open state,
 * those who can take the step that leads on hear which it is, and so do those who owe it when something came for it.
 */
export function hears(ledger: Ledger, record: LedgerRecord, event: LedgerEvent, world: World): Hearing[] {
  if (untold(event)) return []
  const phase = ledger.states[event.to]?.phase
  const moved = event.from !== null && event.from !== event.to
  const named = (words: string[], cause: Cause): Hearing[] =>
    seats(ledger, record, words, world).map((holder) => ({ holder, cause, duties: [] }))
  // Who gets a draft back hears that first, whatever he owes by it.
  const all: Hearing[] = moved && phase === 'draft' ? named(['creator', 'owner'], 'returned') : []
  all.push(...event.opened.map(({ id, holder }): Hearing => ({ holder, cause: 'opened', duties: [id] })))
  all.push(
    ...ofDuties(
      record,
      event.moved.map(({ id }) => id),
      'moved',
    ),
  )
  if (moved && phase === 'void') all.push(...ofDuties(record, event.voided, 'cancelled'), ...named(['creator', 'owner'], 'cancelled'))
  all.push(...passedOn(record, event), ...answered(record, event))
  const owed = record.duties.some(({ state }) => state === 'open' || state === 'paused')
  if (moved && phase === 'open' && !owed) all.push(...leadingOn(ledger, record, event, world))
  all.push(...builtOn(ledger, record, event))
  const own = officeToken({ ...event.by.office, kind: event.by.office.kind === 'system' ? 'person' : event.by.office.kind })
  return merged(all.filter(({ holder }) => officeToken(holder) !== own))
}

/**
 * Whoever can take the step now that brings the item nearer to its end, where nobody owes one; of what waits for other items, or must be confirmed, nobody is
 * asked, and of several ways none is anybody's before he has chosen.
 */
function leadingOn(ledger: Ledger, record: LedgerRecord, { to: state, on }: LedgerEvent, world: World): Hearing[] {
  const judged = { record, data: record.data, kin: { children: [], phases: () => undefined }, today: on, person: '' }
  const left = stepsToDone(ledger, state)
  // A step may lead on by what is chosen or voted in it.
  const ends = (act: string): string[] => {
    const rule = ledger.transitions[act]
    return [rule?.to, ...(rule?.branches ?? []).map(({ to }) => to ?? rule?.to)].map((to = state) => to)
  }
  const onward = (to: string) => to !== state && !['void', 'draft'].includes(ledger.states[to]?.phase ?? '')
  const all = Object.entries(ledger.transitions).flatMap(([act, { from, by, when = [], confirm }]): Hearing[] => {
    if (!from.includes(state) || confirm || !ends(act).some(onward) || when.some(ofOthers) || !holds(when, judged)) return []
    return seats(ledger, record, by, world).map((holder) => ({ holder, cause: 'next', duties: [], act }))
  })
  const only = all.filter(({ holder, act }) => all.every((other) => other.act === act || !sameHolder(other.holder, holder)))
  return only.filter(({ act = '' }) => ends(act).some((to) => onward(to) && stepsToDone(ledger, to) < left))
}

/** True for what only other items can tell. */
const ofOthers = (each: Condition): boolean => 'children' in each || ('any' in each && each.any.some(ofOthers))

/** What somebody was to give to the item has come, and it stands where it was: whoever owes the step that leads it on hears of it, and can go on. */
function builtOn(
  { states, transitions }: Ledger,
  { duties, state }: LedgerRecord,
  { from, to, discharged, opened, moved, by, for: principal }: LedgerEvent,
): Hearing[] {
  if (from !== to || state !== to || states[to]?.phase !== 'open' || discharged.length === 0 || opened.length + moved.length > 0) return []
  const leadsOn = Object.values(transitions).filter((rule) => rule.from.includes(to) && rule.to !== undefined && rule.to !== to)
  const answered = leadsOn.filter(({ to: next = '' }) => states[next]?.phase !== 'void').flatMap(({ discharges = [] }) => discharges)
  // What was asked for is answered, which is no gift; and what one owed oneself tells nobody else's.
  const giver = ({ holder, asker }: Duty) =>
    !asker && (holder.id === principal || (holder.kind === by.office.kind && holder.id === by.office.id))
  const given = duties.filter((duty) => discharged.includes(duty.id) && giver(duty)).map(({ holder }) => officeToken(holder))
  return duties
    .filter((duty) => duty.state === 'open' && answered.includes(duty.key) && given.some((token) => token !== officeToken(duty.holder)))
    .map(({ id, holder }) => ({ holder, cause: 'next', duties: [id] }))
}

/** Whoever owes nothing here any more because what he owed passed to another office. */
function passedOn({ duties }: LedgerRecord, { opened, voided }: LedgerEvent): Hearing[] {
  const owing = duties.filter(({ state }) => state === 'open' || state === 'paused').map(({ holder }) => officeToken(holder))
  return duties
    .filter(({ id, key, asker }) => voided.includes(id) && !asker && opened.some((other) => other.key === key))
    .filter(({ holder }) => !owing.includes(officeToken(holder)))
    .map(({ id, holder }) => ({ holder, cause: 'cancelled', duties: [id] }))
}

/** Whoever asked for what was decided just now, with what he owes for all that. */
function answered({ duties }: LedgerRecord, { discharged }: LedgerEvent): Hearing[] {
  const owedBy = (asker: Holder) => duties.filter(({ state, holder }) => state === 'open' && sameHolder(holder, asker)).map(({ id }) => id)
  return duties.flatMap(({ id, asker }) =>
    asker && discharged.includes(id) ? [{ holder: asker, cause: 'decided' as const, duties: owedBy(asker) }] : [],
  )
}

function ofDuties(record: LedgerRecord, ids: string[], cause: Cause): Hearing[] {
  return record.duties.filter(({ id }) => ids.includes(id)).map(({ id, holder }) => ({ holder, cause, duties: [id] }))
}

/** One hearing for each office: the first cause, the duties of that cause together. */
function merged(all: Hearing[]): Hearing[] {
  const offices = new Map<string, Hearing>()
  for (const hearing of all) {
    const office = `${officeToken(hearing.holder)}#${hearing.holder.desk ?? ''}`
    const first = offices.get(office)
    if (!first) offices.set(office, hearing)
    else if (first.cause === hearing.cause) offices.set(office, { ...first, duties: [...first.duties, ...hearing.duties] })
  }
  return [...offices.values()]
}
