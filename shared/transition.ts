import { refresh } from './computed.ts'
import { creations } from './creations.ts'
import { conditionSentence, roleSentence, stateSentence } from './describe.ts'
import type { Holder } from './duty.ts'
import { sortGiven } from './given.ts'
import { holds, type Judged } from './holds.ts'
import type { Ledger, Transition } from './ledger.ts'
import { actorOf, changesBetween, compact, type Moved, stampSet } from './moved.ts'
import { discharge, followAnchors, move, type Owed, open, owing, pauseOrResume, voidOutside } from './owed.ts'
import { readers } from './readers.ts'
import type { Data, LedgerRecord } from './record.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'
import type { Scope } from './scope.ts'
import { type Standing, seats, standing } from './seats.ts'
import { applySets } from './sets.ts'
import type { Kin, World } from './world.ts'

/**
 * Takes a transition: the heart of the house (vocabulary §2, rules in their order). Pure: no clock, no I/O.
 * `given` are the answers to what the transition asks; `scope` acts, standing in for `scope.for` where several principals are possible;
 * `today` is the day in Asia/Shanghai; `kin` the parent and children that conditions look at. Gives the next record with its event, or a
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
): Moved | Refusal {
  const rule = Object.hasOwn(ledger.transitions, name) ? ledger.transitions[name] : undefined
  if (!rule) return refuse('unknown', { zh: '没有这一步。', en: 'There is no such step.' })
  const acting = mayAct(ledger, record, name, rule, scope, world)
  if (isRefusal(acting)) return acting
  const sorted = sortGiven(ledger, rule.asks ?? [], given, record.data, 'given', world)
  const data = compact(refresh(ledger, compact({ ...record.data, ...sorted.data })))
  const judged: Judged = { record, data: { ...data, ...sorted.said }, kin, today, person: scope.person }
  if (sorted.faults.length === 0 && !holds(rule.when, judged)) {
    return refuse('condition', conditionSentence(ledger, rule.when ?? [], judged, world))
  }
  const noDuty = nothingToMove(ledger, record, rule)
  if (noDuty) return noDuty
  if (sorted.faults.length) return refuse('input', fixSentence(sorted.faults.length), sorted.faults)

  const first = refresh(ledger, applySets(ledger, data, rule.sets, scope, today, world, kin))
  const at = (rule.branches ?? []).findIndex((branch) => holds(branch.when, { ...judged, data: { ...first, ...sorted.said } }))
  const branch = rule.branches?.[at]
  const chosen = branch ?? rule
  const next = compact(branch ? refresh(ledger, applySets(ledger, first, branch.sets, scope, today, world, kin)) : first)
  const to = chosen.to ?? record.state
  const said = { ...judged, data: { ...next, ...sorted.said } }
  const moving = { ...record, state: to, data: next }
  const owed = settle(ledger, record, moving, rule, branch, acting.own, said, Object.keys(given), today, world)
  if (owed.faults.length) return refuse('input', fixSentence(owed.faults.length), owed.faults)
  return moved(ledger, moving, record, name, at, owed, { chosen, said: sorted.said, acting, scope, today, world, kin, judged: said })
}

/** Rules 2 to 4: role before state, then on whose behalf. */
export function mayAct(ledger: Ledger, record: LedgerRecord, name: string, rule: Transition, scope: Scope, world: World): Acting | Refusal {
  const stand = standing(ledger, record, rule.by, rule.discharges ?? [], rule.inPerson ?? false, scope, world)
  if (!stand) return refuse('role', roleSentence(ledger, name))
  if (!rule.from.includes(record.state)) return refuse('state', stateSentence(ledger, record, name))
  return principal(stand, rule, scope, world)
}

type Acting = { for?: Holder; own?: Holder }

function principal(stand: NonNullable<Standing>, rule: Transition, scope: Scope, world: World): Acting | Refusal {
  const held = rule.by.includes('holder')
  if (stand.own) return held ? { own: stand.holder } : {}
  const chosen =
    scope.for === undefined && stand.principals.length === 1
      ? stand.principals[0]
      : stand.principals.find((holder) => holder.id === scope.for)
  if (chosen) return held ? { for: chosen, own: chosen } : { for: chosen }
  const names = stand.principals.map(
    (holder) => world.offices.find((office) => office.id === holder.id)?.name ?? { zh: holder.id, en: holder.id },
  )
  const message = {
    zh: `请说明代哪个单位办理：${names.map((name) => name.zh).join('、')}。`,
    en: `Say on whose behalf: ${names.map((name) => name.en).join(', ')}.`,
  }
  return refuse('whom', message, [{ path: 'for', code: 'whom', message }])
}

function nothingToMove(ledger: Ledger, record: LedgerRecord, rule: Transition): Refusal | null {
  const moves = rule.moves ?? []
  const live = record.duties.some(
    (duty) => (duty.state === 'open' || duty.state === 'paused') && moves.some((each) => each.duty === duty.key),
  )
  if (moves.length === 0 || live) return null
  const labels = moves.map((each) => ledger.duties[each.duty]?.label ?? { zh: each.duty, en: each.duty })
  return refuse('noduty', {
    zh: `现在没有可以延期的待办（${labels.map((label) => label.zh).join('、')}）。`,
    en: `No duty is open whose day could be moved (${labels.map((label) => label.en).join(', ')}).`,
  })
}

/** Rule 8: discharge, void, pause or resume, move, open, follow. */
function settle(
  ledger: Ledger,
  before: LedgerRecord,
  after: LedgerRecord,
  rule: Transition,
  branch: Effects | undefined,
  only: Holder | undefined,
  judged: Judged,
  given: string[],
  today: string,
  world: World,
): Owed {
  const chosen = branch ?? rule
  const { calendar } = world
  const keys = [...(rule.discharges ?? []), ...(branch?.discharges ?? [])]
  const done = discharge(owing(before.duties), keys, only, today)
  const alive = pauseOrResume(voidOutside(done, ledger, after.state), ledger, after.state, today, calendar)
  const shifted = move(alive, chosen.moves ?? [], after.data, today, judged.person)
  const settled = { ...judged, record: { duties: shifted.duties, took: before.took } }
  const openings = (chosen.opens ?? [])
    .map((each) => (typeof each === 'string' ? { duty: each, when: undefined } : each))
    .filter((each) => holds(each.when, settled))
    .map(({ duty }) => {
      // A holder who discharges his own instance and opens the next one goes on with his own series, not with everybody's.
      const mine = only !== undefined && keys.includes(duty)
      return {
        key: duty,
        holders: mine ? [only] : seats(ledger, { ...after, duties: before.duties }, ledger.duties[duty]?.holder ?? [], world),
      }
    })
  return followAnchors(open(shifted, openings, ledger, after.data, given, today, calendar), after.data, today, calendar)
}

type Effects = NonNullable<Transition['branches']>[number] | NonNullable<Ledger['born']>

type Taking = {
  chosen: Effects | Transition
  said: Data
  acting: Acting
  scope: Scope
  today: string
  world: World
  kin: Kin
  judged: Judged
}

function moved(ledger: Ledger, after: LedgerRecord, before: LedgerRecord, name: string, branch: number, owed: Owed, taking: Taking): Moved {
  const { chosen, said, acting, scope, today, world, kin, judged } = taking
  const { parent, ...single } = after
  const family = chosen.joins ? joined(ledger, chosen.joins.slice(1), after) : parent
  const changes = changesBetween(before.data, after.data)
  const setOn = stampSet(ledger, before.setOn, changes, today)
  const record: LedgerRecord = {
    ...single,
    ...(family ? { parent: family } : {}),
    version: before.version + 1,
    duties: owed.duties,
    took: { ...before.took, [name]: { person: scope.person, on: today } },
    ...(setOn ? { setOn } : {}),
  }
  record.readers = readers(ledger, record, world, kin.parent)
  return {
    record,
    event: {
      form: 1,
      on: today,
      by: actorOf(scope),
      ...(acting.for ? { for: acting.for.id } : {}),
      transition: name,
      ...(branch >= 0 ? { branch } : {}),
      from: before.state,
      to: after.state,
      changes,
      said,
      opened: owed.opened.map(({ id, key, holder, dueOn }) => ({ id, key, holder, dueOn })),
      discharged: owed.discharged,
      voided: owed.voided,
      moved: owed.moved,
      created: [],
    },
    creates: creations(record, name, chosen.creates ?? [], { ...judged, data: { ...record.data, ...said } }, today, world),
    numbers: chosen.numbers === true && record.number === undefined,
    opened: owed.opened,
  }
}

/** The record that this one becomes a child of: the one that the field names; nobody's when the field was cleared. */
function joined(ledger: Ledger, key: string, { data }: LedgerRecord): LedgerRecord['parent'] {
  const field = ledger.fields[key]
  const [id] = Array.isArray(data[key]) ? (data[key] as string[]) : []
  return field?.kind === 'records' && id !== undefined ? { ledger: field.of, id } : undefined
}

function fixSentence(count: number) {
  return { zh: `有 ${count} 处要改。`, en: count === 1 ? 'One thing to fix.' : `${count} things to fix.` }
}
