import type { Calendar } from '../deadline/calendar.ts'
import { writeDay } from '../deadline/days.ts'
import { anchors, answeredDay } from '../deadline/deadline.ts'
import { computeDue, extend, follow, pause, resume } from '../deadline/derivation.ts'
import type { Effects, Ledger } from '../definition/ledger.ts'
import type { Duty, Holder } from '../duty.ts'
import type { Data, LedgerRecord } from '../record.ts'
import type { Fault, FaultCode } from '../refusal.ts'
import { livingHolder } from './heir.ts'
import { holds, type Judged } from './holds.ts'
import type { Turn } from './moved.ts'
import { sameHolder, seats } from './seats.ts'

/** Duties on their way through one move, and what happened to each. */
export type Owed = {
  duties: Duty[]
  opened: Duty[]
  discharged: string[]
  voided: string[]
  moved: { id: string; from: string | null; to: string | null }[]
  faults: Fault[]
}

/** What is owed, before anything has changed of it. */
export const owing = (duties: Duty[]): Owed => ({ duties, opened: [], discharged: [], voided: [], moved: [], faults: [] })

/** True for what is owed still: open, or paused. */
export const live = (duty: Duty) => duty.state === 'open' || duty.state === 'paused'

/**
 * Rule 9: open instances of the keys are done today; with `only`, those of that office alone, and of whom it took over from; of requests only what `asker`
 * asked.
 */
export function discharge(
  owed: Owed,
  keys: string[],
  only: Holder | undefined,
  { today, world }: Pick<Turn, 'today' | 'world'>,
  asker?: Holder,
): Owed {
  const meant = (duty: Duty) =>
    (only === undefined || sameOffice(livingHolder(world, duty.holder), only)) && (!duty.asker || !asker || sameHolder(duty.asker, asker))
  const hit = owed.duties.filter((duty) => live(duty) && keys.includes(duty.key) && meant(duty))
  return {
    ...owed,
    duties: owed.duties.map((duty) => (hit.includes(duty) ? { ...duty, state: 'done', doneOn: today } : duty)),
    discharged: [...owed.discharged, ...hit.map((duty) => duty.id)],
  }
}

/** A duty lives in the states that it names (by default all that are not done or void) and is void on leaving them. */
export function voidOutside(owed: Owed, ledger: Ledger, state: string): Owed {
  const hit = owed.duties.filter((duty) => live(duty) && !livesIn(ledger, duty.key, state))
  return {
    ...owed,
    duties: owed.duties.map((duty) => (hit.includes(duty) ? { ...duty, state: 'void' } : duty)),
    voided: [...owed.voided, ...hit.map((duty) => duty.id)],
  }
}

/** True when a duty of that key is alive in that state. */
export function livesIn(ledger: Ledger, key: string, state: string): boolean {
  const during = ledger.duties[key]?.during
  if (during) return during.includes(state)
  const phase = ledger.states[state]?.phase
  return phase !== 'done' && phase !== 'void'
}

/** Rule 10: a paused phase stops the clocks, except statutory ones; leaving it starts them again. */
export function pauseOrResume(owed: Owed, ledger: Ledger, state: string, today: string, calendar: Calendar): Owed {
  const paused = ledger.states[state]?.phase === 'paused'
  const duties = owed.duties.map((duty) => {
    if (paused) return ledger.duties[duty.key]?.runsWhilePaused ? duty : pause(duty, today)
    return resume(duty, today, calendar)
  })
  return { ...owed, duties, moved: [...owed.moved, ...movedBetween(owed.duties, duties)] }
}

/** Rule 11: moves the open instances of each named duty to the day given, as it stands in `data`; a day past or beyond the cap is a fault at `given.<field>`. */
export function move(
  { today, world }: Pick<Turn, 'today' | 'world'>,
  owed: Owed,
  moves: { duty: string; to: string }[],
  data: Data,
  by: string,
): Owed {
  const faults: Fault[] = []
  const duties = owed.duties.map((duty) => {
    const rule = moves.find((each) => each.duty === duty.key)
    const field = rule?.to.slice(1)
    const day = field === undefined ? undefined : data[field]
    if (!live(duty) || field === undefined || typeof day !== 'string') return duty
    if (day === 'none') {
      faults.push(faultAt(field, 'bad', '延期要写明延到哪一天，不能写“无期限”。', 'An extension needs a day, not “none”.'))
      return duty
    }
    const next = extend(duty, day, { today, calendar: world.calendar }, by)
    if (!('fault' in next)) return next
    faults.push(next.fault === 'past' ? pastFault(field) : capFault(field, next.cap))
    return duty
  })
  return { ...owed, duties, moved: [...owed.moved, ...movedBetween(owed.duties, duties)], faults: [...owed.faults, ...faults] }
}

export type Opening = { key: string; holders: Holder[] }

/** What is to be opened as things stand, and for whom: the offices of each duty's holder. */
export function openings({ ledger, world }: Turn, record: LedgerRecord, opens: Effects['opens'], judged: Judged): Opening[] {
  return (opens ?? [])
    .map((each) => (typeof each === 'string' ? { duty: each, when: undefined } : each))
    .filter(({ when }) => holds(when, judged))
    .map(({ duty }) => ({ key: duty, holders: seats(ledger, record, ledger.duties[duty]?.holder ?? [], world) }))
}

/**
 * Rule 12: one instance for each office. An open instance of that office is void and the new one replaces it; a rule that owes nothing opens
 * nothing. A day given in this very request (`given`) may not lie before today or beyond the cap. Ids continue the record's own sequence.
 */
export function open(turn: Turn, owed: Owed, openings: Opening[], data: Data, given: string[]): Owed {
  const each = openings.flatMap(({ key, holders }) => holders.map((holder) => ({ key, holder })))
  return each.reduce((next, { key, holder }) => openOne(turn, next, key, holder, data, given), owed)
}

function openOne({ ledger, today, world, asker }: Turn, owed: Owed, key: string, holder: Holder, data: Data, given: string[]): Owed {
  const rule = ledger.duties[key]
  if (!rule) return owed
  const asks = rule.asker ? asker : undefined
  const earlier = owed.duties.filter(
    (duty) => duty.key === key && sameHolder(duty.holder, holder) && (!asks || !duty.asker || sameHolder(duty.asker, asks)),
  )
  const periodic = earlier.findLast((duty) => owed.discharged.includes(duty.id))
  const previous = periodic?.dueOn ? { previousDueOn: answeredDay(rule.due, periodic.dueOn, today) } : {}
  const { owed: due, dueOn, why, over } = computeDue(rule, { openedOn: today, data, ...previous }, world.calendar)
  const restarted = earlier.filter(live)
  const duties = owed.duties.map((duty) => (restarted.includes(duty) ? { ...duty, state: 'void' as const } : duty))
  const voided = [...owed.voided, ...restarted.map((duty) => duty.id)]
  if (!due) return { ...owed, duties, voided }
  const field = anchors(rule.due, true).find((name) => given.includes(name) && data[name] !== undefined)
  const faults = [...owed.faults]
  if (field !== undefined && dueOn !== null && dueOn < today && data[field] === dueOn) faults.push(pastFault(field))
  if (field !== undefined && over !== undefined) faults.push(capFault(field, why.cap?.day ?? ''))
  const duty: Duty = {
    id: `d${owed.duties.length + 1}`,
    key,
    holder,
    ...(asks ? { asker: asks } : {}),
    openedOn: today,
    dueOn,
    state: 'open',
    why,
  }
  return { ...owed, duties: [...duties, duty], opened: [...owed.opened, duty], voided, faults: unique(faults) }
}

/** Rule 14: open duties whose anchor fields changed take the new day; a field that now says `none` voids the duty. */
export function followAnchors(owed: Owed, data: Data, today: string, calendar: Calendar): Owed {
  const fresh = new Set(owed.opened.map((duty) => duty.id))
  const voided: string[] = []
  const duties = owed.duties.map((duty) => {
    const moved = live(duty) && !fresh.has(duty.id) ? follow(duty, data, today, calendar) : null
    if (moved === null) return duty
    if (moved.owed) return moved.duty
    voided.push(duty.id)
    return { ...duty, state: 'void' as const }
  })
  return { ...owed, duties, voided: [...owed.voided, ...voided], moved: [...owed.moved, ...movedBetween(owed.duties, duties)] }
}

function movedBetween(before: Duty[], after: Duty[]): Owed['moved'] {
  return after.flatMap((duty, at) => {
    const from = before[at]?.dueOn ?? null
    return from === duty.dueOn || before[at] === undefined ? [] : [{ id: duty.id, from, to: duty.dueOn }]
  })
}

function sameOffice(a: Holder, b: Holder): boolean {
  return a.kind === b.kind && a.id === b.id
}

function unique(faults: Fault[]): Fault[] {
  return faults.filter((fault, at) => faults.findIndex((other) => other.path === fault.path && other.code === fault.code) === at)
}

const faultAt = (field: string, code: FaultCode, zh: string, en: string): Fault => ({ path: `given.${field}`, code, message: { zh, en } })

const pastFault = (field: string): Fault =>
  faultAt(field, 'past', '这一天已经过了，请选今天或以后的日子。', 'That day has passed; choose today or later.')

/** That a day lies beyond the last one. */
export const capFault = (field: string, cap: string): Fault =>
  faultAt(field, 'cap', `最晚只能定到${writeDay(cap, 'zh')}。`, `The last possible day is ${writeDay(cap, 'en')}.`)
