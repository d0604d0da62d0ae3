import { same } from '../canonical.ts'
import { asksIn, conditionSentence, roleSentence, stateSentence } from '../definition/describe.ts'
import type { Effects, Ledger, Transition } from '../definition/ledger.ts'
import { linksIn } from '../definition/links.ts'
import type { Holder } from '../duty.ts'
import { type Label, labelled, listed } from '../names.ts'
import type { Data, LedgerRecord, Value } from '../record.ts'
import { type Fault, isRefusal, type Refusal, refuse, refuseInput } from '../refusal.ts'
import type { Scope } from '../scope.ts'
import type { Kin, World } from '../world.ts'
import { around, bound, withTaken } from './around.ts'
import { askers, askWhom, decidedFor, voidAnswered } from './asker.ts'
import { layAttachments } from './attachments.ts'
import { boundFaults } from './bounds.ts'
import { refresh } from './computed.ts'
import { creations, isSwept } from './creations.ts'
import { dayFaults, type Entered } from './day.ts'
import { sortGiven } from './given.ts'
import { hand, swapFaults, voidApart } from './hand.ts'
import { empty, holds, type Judged } from './holds.ts'
import { compact, type Moved, moved, type Turn } from './moved.ts'
import { discharge, followAnchors, move, type Owed, open, openings, owing, pauseOrResume, voidOutside } from './owed.ts'
import { countPolls } from './poll.ts'
import { heldOnce, type Standing, seatDuties, standing } from './seats.ts'
import { asSet } from './set-days.ts'
import { applySets } from './sets.ts'
import { missing } from './values.ts'
import { wantedFaults } from './wanted.ts'

/**
 * Takes a transition: the heart of the house (vocabulary §2, rules in their order). Pure: no clock, no I/O.
 * `given` are the answers to what the transition asks; `scope` acts, standing in for `scope.for` where several principals are possible;
 * `today` is the day (Asia/Shanghai) on which it happens, `entered` tells when that is said, if by somebody; `kin` the parent and children that conditions look
 * at. Gives the next record with its event, or a
 * refusal: `unknown` 404, `role` 403, then `state`, `condition`, `noduty` 409, then `whom` and `input` 422 with every fault at once.
 */
export function transition(
  ledger: Ledger,
  record: LedgerRecord,
  name: string,
  given: Record<string, unknown>,
  scope: Scope,
  today: string,
  world: World,
  kin: Kin,
  entered?: Entered,
): Moved | Refusal {
  const rule = Object.hasOwn(ledger.transitions, name) ? ledger.transitions[name] : undefined
  if (!rule) return refuse('unknown', { zh: '没有这一步。', en: 'There is no such step.' })
  const acting = mayAct(ledger, record, name, rule, scope, world)
  if (isRefusal(acting)) return acting
  const asker = decidedFor(ledger, record, rule, scope, world) ?? acting.seat
  if (isRefusal(asker)) return asker
  const turn: Turn = { ledger, scope, today, world, asker, ...(entered ? { entered } : {}) }
  const taken = withTaken(ledger, rule.asks ?? [], given, record.data, kin, 'given')
  const {
    data: answers,
    said,
    faults: wrong,
  } = sortGiven(ledger, rule.asks ?? [], taken.given, record.data, 'given', world, entered?.on ?? today)
  const { data: counted, faults: off } = countPolls(ledger, record.data, answers, kin)
  const { data: written, faults: full } = layAttachments(ledger, record.data, counted, 'given')
  const answered = compact(refresh(ledger, compact(bound(ledger, { ...record.data, ...written }, kin))))
  const judged = (data: Data): Judged => ({
    record,
    data: { ...data, ...said },
    kin,
    today,
    person: scope.person,
    sittings: world.sittings,
  })
  const faults = [
    ...wrong,
    ...taken.faults,
    ...off,
    ...full,
    ...boundFaults(ledger, record.data, { ...answered, ...said }, 'given'),
    ...dayFaults(turn, record, rule, answered),
    ...wantedFaults(ledger, record.duties, name, { ...answered, ...said }),
    ...unanswered(ledger, rule, judged(answered)),
  ]
  if (faults.length === 0 && !holds(rule.when, judged(answered))) {
    const sentence = conditionSentence(ledger, rule.when ?? [], judged(answered), world, scope)
    const told = asksIn(ledger, rule.asks ?? [], rule.when ?? [], judged(answered))
    const marks = told.map((key): Fault => ({ path: `given.${key}`, code: 'bad', message: sentence }))
    return refuse('condition', sentence, marks.length > 0 ? marks : undefined)
  }
  const noDuty = nothingToMove(ledger, record, rule)
  if (noDuty) return noDuty
  if (faults.length) return refuseInput(faults)

  const set = refresh(ledger, applySets(turn, answered, rule.sets, kin.parent, record.data))
  const branch = (rule.branches ?? []).findIndex(({ when }) => holds(when, judged(set)))
  const outcome = rule.branches?.[branch] ?? rule
  const misplaced = swapFaults(ledger, outcome.sets, set, asker)
  if (misplaced.length) return refuseInput(misplaced)
  const typed = outcome === rule ? set : applySets(turn, set, outcome.sets, kin.parent, record.data)
  const { moves = [] } = outcome
  const data = compact(refresh(ledger, asSet(typed, moves, world.calendar)))
  const after = {
    ...record,
    state: outcome.to ?? record.state,
    data,
    took: { ...record.took, [name]: { person: scope.person, on: today } },
  }
  const owed = settle(turn, record, after, rule, outcome, judged(data), acting.own, { given: Object.keys(given), typed })
  if (owed.faults.length) return refuseInput(owed.faults)
  return moved(turn, record, outcome.joins ? joined(ledger, outcome.joins, after) : after, owed, {
    transition: name,
    said: { ...givenAgain(ledger, rule, answers, record.data), ...said },
    parent: kin.parent,
    ...(acting.for ? { for: acting.for.id } : {}),
    ...(branch >= 0 ? { branch } : {}),
    creates: creations(
      after,
      name,
      (outcome.creates ?? []).filter((each) => !isSwept(ledger, each)),
      judged(around(ledger, data, kin)),
      today,
      world,
    ),
    ...((outcome.creates ?? []).some((each) => isSwept(ledger, each)) ? { sweeps: true } : {}),
    numbers: outcome.numbers === true && record.number === undefined,
  })
}

/** What was answered and stood in the record already: nothing changes by it, and the event tells that it was said. */
function givenAgain({ fields }: Ledger, { asks = [] }: Transition, answers: Data, before: Data): Data {
  const again = ([key, value]: [string, Value]) =>
    asks.includes(key) && !['files', 'items', 'poll', 'ballot'].includes(fields[key]?.kind ?? '') && same(value, before[key])
  return Object.fromEntries(Object.entries(answers).filter(again))
}

/** Rules 2 to 4: role before state, then on whose behalf. */
export function mayAct(ledger: Ledger, record: LedgerRecord, name: string, rule: Transition, scope: Scope, world: World): Acting | Refusal {
  const stand = standing(ledger, record, rule.by, seatDuties(rule), rule.inPerson ?? false, scope, world)
  if (!stand && !heldOnce(ledger, record, rule, scope, world)) return refuse('role', roleSentence(ledger, name))
  if (!rule.from.includes(record.state)) return refuse('state', stateSentence(ledger, record, name))
  if (!stand) return refuse('noduty', owedNoMore(rule))
  return principal(stand, askers(ledger, record, rule), rule, scope, world)
}

/** `own`: the holder whose instance alone is meant; `seat`: the office that acts, or for which somebody stands in. */
type Acting = { for?: Holder; own?: Holder; seat: Holder }

function principal(stand: NonNullable<Standing>, others: Holder[], rule: Transition, scope: Scope, world: World): Acting | Refusal {
  const held = rule.by.includes('holder')
  const named = stand.principals.find(({ id }) => id === scope.for)
  const chosen = scope.for === undefined && !stand.own && stand.principals.length === 1 ? stand.principals[0] : named
  if (chosen) return { for: chosen, seat: chosen, ...(held ? { own: chosen } : {}) }
  const mine = [scope.office.id, ...others.map(({ id }) => id)]
  if (stand.own && (scope.for === undefined || mine.includes(scope.for)))
    return { seat: stand.holder, ...(held ? { own: stand.holder } : {}) }
  const possible = [...stand.principals, ...(stand.own ? others : [])]
  return askWhom(possible, world, { zh: '请说明代哪个单位办理', en: 'Say on whose behalf' })
}

function owedNoMore({ label }: Transition): Label {
  return {
    zh: `${label.zh}已经办过，或者不用再办了。`,
    en: `“${label.en}” has been done already, or is no longer owed.`,
  }
}

function nothingToMove(ledger: Ledger, record: LedgerRecord, rule: Transition): Refusal | null {
  const moves = rule.moves ?? []
  const live = record.duties.some(
    (duty) => (duty.state === 'open' || duty.state === 'paused') && moves.some((each) => each.duty === duty.key),
  )
  if (moves.length === 0 || live) return null
  const { zh, en } = listed(moves.map(({ duty }) => labelled(ledger.duties[duty]?.label, duty)))
  return refuse('noduty', { zh: `现在没有可以延期的待办（${zh}）。`, en: `No open duty has a day to move (${en}).` })
}

/** Rule 8: discharge, void, pause or resume, move, hand on, open, follow. `own`: the holder whose instance alone is meant; `typed`: days as they were given. */
function settle(
  turn: Turn,
  before: LedgerRecord,
  after: LedgerRecord,
  rule: Transition,
  outcome: Effects,
  judged: Judged,
  own: Holder | undefined,
  { given, typed }: { given: string[]; typed: Data },
): Owed {
  const { ledger, today, world, scope } = turn
  const keys = [...(rule.discharges ?? []), ...(outcome === rule ? [] : (outcome.discharges ?? []))]
  const done = voidApart(ledger, discharge(owing(before.duties), keys, own, turn, turn.asker), before.data, after.data)
  const alive = pauseOrResume(voidOutside(done, ledger, after.state), ledger, after.state, today, world.calendar)
  const shifted = move(turn, alive, outcome.moves ?? [], typed, scope.person)
  const data = around(ledger, after.data, judged.kin)
  const handed = pauseOrResume(hand(turn, shifted, outcome, before, { ...after, data }, given), ledger, after.state, today, world.calendar)
  const toOpen = openings(turn, after, outcome.opens, { ...judged, record: { duties: handed.duties, took: before.took } })
  // A holder who discharges his own instance and opens the next one goes on with his own series, not with everybody's.
  const series = toOpen.map((each) => (own && keys.includes(each.key) ? { ...each, holders: [own] } : each))
  return voidAnswered(followAnchors(open(turn, handed, series, data, given), data, today, world.calendar))
}

/** Questions that these answers leave open and that must not be, by the step's `needs`. */
function unanswered(ledger: Ledger, { needs = [] }: Transition, judged: Judged): Fault[] {
  return needs.flatMap(({ field, when }) => {
    const asked = ledger.fields[field]
    return asked && holds(when, judged) && empty(judged.data[field]) ? [missing(asked, `given.${field}`)] : []
  })
}

/** The record as a child of the one that the field names; nobody's when the field was cleared. */
function joined(ledger: Ledger, by: string, { parent: _, ...single }: LedgerRecord): LedgerRecord {
  const key = by.slice(1)
  const field = ledger.fields[key]
  const [link] = field?.kind === 'records' ? linksIn(field, single.data[key]) : []
  return link ? { ...single, parent: link } : single
}
