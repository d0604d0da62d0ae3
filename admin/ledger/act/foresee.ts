import type { Field } from '../../../shared/definition/field.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { Moved } from '../../../shared/engine/moved.ts'
import type { LedgerRecord } from '../../../shared/record.ts'
import { isRefusal, type Refusal } from '../../../shared/refusal.ts'
import type { Scope } from '../../../shared/scope.ts'
import type { World } from '../../../shared/world.ts'
import type { Act, Shown } from '../../data.ts'
import { extendedTo } from '../../words/extended.ts'
import type { Happened } from '../form/happened.ts'

type Transition = typeof import('../../../shared/engine/transition.ts').transition
type Around = { ledger: Ledger; ledgers: Ledger[]; scope: Scope; today: string; world: World }

/**
 * What a transition would do with these answers, by the server's own function. Of parent and children only the candidates of a vote are at hand here, so
 * conditions on them are left to the server.
 */
export function foresee(
  transition: Transition,
  record: Shown,
  act: Pick<Act, 'key'>,
  given: Record<string, unknown>,
  whom: string | undefined,
  { ledger, ledgers, scope, today, world }: Around,
  { on, reason }: Happened = {},
): Moved | Refusal {
  const whole = { ...record, head: '', readers: [], took: record.took ?? {} } as unknown as LedgerRecord
  const phases = (key: string, state: string) => ledgers.find((each) => each.key === key)?.states[state]?.phase
  const entered = { on: today, ...(on ? { said: true } : {}), ...(reason ? { reason } : {}) }
  const acting = whom ? { ...scope, for: whom } : scope
  return transition(
    asAsked(ledger, act.key),
    whole,
    act.key,
    given,
    acting,
    on ?? today,
    world,
    { children: candidates(ledger, record), phases },
    entered,
  )
}

/** Who stands in a vote over a list, as the record's page tells: its votes are judged candidate by candidate. */
function candidates({ fields }: Ledger, { refs = [] }: Shown): LedgerRecord[] {
  const stand = Object.values(fields).flatMap((field) => (field.kind === 'poll' ? [field.candidates] : []))
  const children = refs.filter(({ as, ledger }) => as === 'child' && stand.includes(ledger))
  return children.map(({ ledger, id, state }) => ({ ledger, id, state, data: {} }) as unknown as LedgerRecord)
}

/** Faults that the browser may tell by itself, since they lie in the answers alone; everything else is the server's to say. */
export function faultsOf(outcome: Moved | Refusal): { path: string; message: { zh: string; en: string } }[] {
  return isRefusal(outcome) && ['input', 'condition'].includes(outcome.refused) ? (outcome.faults ?? []) : []
}

/**
 * The answers to send: what is filled in, and null for an optional field that was emptied. Fields that are not shown are left out. `adds`: fields of
 * files, to which an act only adds.
 */
export function givenOf(
  asks: { key: string; optional: boolean; adds?: true }[],
  values: Record<string, unknown>,
  before: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    asks.flatMap(({ key, optional, adds }): [string, unknown][] => {
      const value = values[key]
      const empty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
      if (!empty) return [[key, value]]
      return optional && !adds && before[key] !== undefined && before[key] !== null ? [[key, null]] : []
    }),
  )
}

/** A field as a step asks for it: a day to which the step moves a duty cannot be none, which is always refused. */
export function fieldAsked(ledger: Ledger, transition: string, key: string): Field | undefined {
  const field = ledger.fields[key]
  if (field?.kind !== 'date' || !ledger.transitions[transition]?.moves?.some(({ to }) => to === `@${key}`)) return field
  const { none: _, ...day } = field
  return field.only === 'event' ? day : { ...day, label: extendedTo }
}

/** A ledger with its fields as a step asks for them, so that what is wrong is told by the names that stand in the form. */
function asAsked(ledger: Ledger, transition: string): Ledger {
  const asked = asksOf(ledger, transition).flatMap(({ key }) => {
    const field = fieldAsked(ledger, transition, key)
    return field ? [[key, field] as const] : []
  })
  return { ...ledger, fields: { ...ledger.fields, ...Object.fromEntries(asked) } }
}

/** The questions of a transition, required ones first. */
export function asksOf(ledger: Ledger, transition: string): { key: string; optional: boolean; adds?: true }[] {
  const asks = (ledger.transitions[transition]?.asks ?? []).map((ask) => {
    const key = ask.replace('?', '')
    const adds = ledger.fields[key]?.kind === 'files'
    return { key, optional: ask.endsWith('?'), ...(adds ? { adds: true as const } : {}) }
  })
  return [...asks.filter((ask) => !ask.optional), ...asks.filter((ask) => ask.optional)].filter(
    ({ key }) => ledger.fields[key] !== undefined,
  )
}
