import { asksForTime, dischargerOf, returnsStraight } from '../../shared/definition/discharger.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Scope } from '../../shared/scope.ts'
import type { Act, Shown } from '../data.ts'
import { bandDuty } from './record/band-duty.ts'
import { roadThrough, targets } from './road.ts'
import { isSoon } from './soon.ts'
import { takenBy } from './views.ts'

/**
 * The buttons of a record: one filled, at most two outlined, the rest under 更多; there, with their reasons, what can be done soon and what is far or another
 * office's.
 */
export type Acts = { primary?: Act; secondary: Act[]; more: Act[]; soon: Act[]; far: Act[] }

/**
 * The filled one answers the duty that the band speaks of; without any duty it is the next act on the road, which the band names then. While others are
 * waited for, none is filled. Outlined is only what something asks for: what answers another open duty of mine, or the same one otherwise, or asks for more
 * time for it; without any duty, what leads out of this state otherwise. What nobody asked for, a later day for another or a plate, stands under 更多; but
 * one act alone needs no menu, unless it moves another's day. An act into a void state is never filled nor outlined: it stands last; before it stands
 * asking to be rid of the item. Acts that the role never has are not in `may` at all.
 */
export function arrange(ledger: Ledger, record: Pick<Shown, 'state' | 'data' | 'duties' | 'took' | 'may'>, scope: Scope): Acts {
  const acts = withoutHandling(ledger, record, withoutDetour(ledger, record.may?.transitions ?? []))
  const possible = acts.filter((act) => act.possible && !isVoid(ledger, act.key))
  const found = bandDuty(ledger, record, scope)
  const primary = mainAct(ledger, record.state, possible, found)
  const isReturn = ({ key }: Act) => key === 'askReturn'
  // What is one's own stands before what one may do for others, and asking to be rid of the item last.
  const last = (act: Act) => (isReturn(act) ? 2 : inPlaceOf(ledger, act, scope).length > 0 ? 1 : 0)
  const rest = possible.filter((act) => act !== primary).sort((a, b) => last(a) - last(b))
  const waits = found !== undefined
  const isInstead = ({ key }: Act) => !waits && primary !== undefined && leadsOut(ledger, record.state, key)
  const isAsked = (act: Act) =>
    (act.discharges ?? []).length > 0 || isInstead(act) || (found?.mine === true && asksForTime(ledger, act.key, found.duty.key))
  const own = rest.filter((act) => !act.for && !isReturn(act))
  const isAlone = !primary && own.length === 1 && !ledger.transitions[own[0]?.key ?? '']?.moves
  const secondary = isAlone ? own : own.filter(isAsked).slice(0, 2)
  const dead = acts.filter((act) => !act.possible)
  const soon = dead.filter(isSoon(ledger, record))
  return {
    ...(primary ? { primary } : {}),
    secondary,
    more: [...rest.filter((act) => !secondary.includes(act)), ...acts.filter((act) => act.possible && isVoid(ledger, act.key))],
    soon,
    far: dead.filter((act) => !soon.includes(act)),
  }
}

/** What has ended and is owed by nobody any more is not handed to another office. */
function withoutHandling(ledger: Ledger, { state, duties }: Pick<Shown, 'state' | 'duties'>, acts: Act[]): Act[] {
  const ended = ledger.states[state]?.phase === 'done' && !duties.some((duty) => duty.state === 'open' || duty.state === 'paused')
  return ended ? acts.filter(({ key }) => !ledger.transitions[key]?.hands) : acts
}

/** Nobody asks whether he may hand back what he can hand back without asking. */
function withoutDetour(ledger: Ledger, acts: Act[]): Act[] {
  const straight = acts.some((act) => act.possible && !act.for && returnsStraight(ledger, act.key))
  return straight ? acts.filter((act) => act.for || act.key !== 'askReturn') : acts
}

function mainAct(ledger: Ledger, state: string, possible: Act[], found: ReturnType<typeof bandDuty>): Act | undefined {
  const step = roadThrough(ledger, state).ahead[0]?.transition
  if (!found) return possible.find((act) => !act.for && act.key === step)
  if (!found.mine) return undefined
  if (found.act) return possible.find((act) => act.key === found.act)
  const answers = possible.filter((act) => act.discharges?.includes(found.duty.id))
  const meant = [dischargerOf(ledger, state, found.duty.key), step]
  return answers.find((act) => meant.includes(act.key)) ?? answers[0]
}

/** True for an act after which the record may stand elsewhere. */
function leadsOut(ledger: Ledger, state: string, transition: string): boolean {
  const rule = ledger.transitions[transition]
  return rule !== undefined && targets(rule).some((to) => to !== state)
}

/** The offices for one of which an act is taken in their place; none where it is one's own, though it answers one of several who asked. */
export function inPlaceOf(ledger: Ledger, { key, for: whom = [] }: Pick<Act, 'key' | 'for'>, scope: Scope): string[] {
  return takenBy(ledger, ledger.transitions[key]?.by ?? [], scope) ? [] : whom
}

/** True for an act whose own outcome is a void state: it cannot be taken back. */
export function isVoid(ledger: Ledger, transition: string): boolean {
  const to = ledger.transitions[transition]?.to
  return to !== undefined && ledger.states[to]?.phase === 'void'
}
