import { computeDue } from '../deadline/derivation.ts'
import type { Condition } from '../definition/condition.ts'
import type { Ledger } from '../definition/ledger.ts'
import type { Duty, Holder } from '../duty.ts'
import { holds } from '../engine/holds.ts'
import { livesIn } from '../engine/owed.ts'
import { seats } from '../engine/seats.ts'
import { isDay } from '../names.ts'
import type { Data, LedgerRecord } from '../record.ts'
import type { World } from '../world.ts'

export type ImportDuty = NonNullable<NonNullable<Ledger['import']>['duties']>[number]
export type Landed = Omit<Duty, 'id'>

/** The state in which a row with this data lands (`import.lands`, the first that holds), else the ledger's initial state. */
export function landing(ledger: Ledger, data: Data, today: string): string {
  return landingRule(ledger, data, today)?.in ?? ledger.initial
}

function landingRule(ledger: Ledger, data: Data, today: string) {
  const judged = { record: { duties: [], took: {} }, data, kin: { children: [], phases: () => undefined }, today, person: '' }
  return ledger.import?.lands?.find((rule) => holds(rule.when, judged))
}

/**
 * The state in which a row lands that says one itself (`said`). Its other cells decide where they tell any fact; where they tell none, an item that its row
 * calls over is over. One that was given up is so, unless it came to its end. What goes on needs a day from which its duties run.
 */
export function landingAs(ledger: Ledger, data: Data, said: string | undefined, today: string): string {
  const state = landing(ledger, data, today)
  const phaseOf = (key: string | undefined) => ledger.states[key ?? '']?.phase
  const isTold = (ledger.import?.lands?.find((rule) => rule.in === state)?.when.length ?? 0) > 0
  const counts = phaseOf(said) === 'void' ? phaseOf(state) !== 'done' : phaseOf(said) === 'done' && !isTold
  return said !== undefined && counts ? said : state
}

/** What decided where `landing` put this data: the fields that its rule asks for, and those that the state which is `said` would need besides and that are empty. */
export function landedBy(ledger: Ledger, data: Data, said: string, today: string): { has: string[]; lacks: string[] } {
  const told = (field: string): boolean => data[field] !== undefined && data[field] !== null
  const wanted = ledger.import?.lands?.find((rule) => rule.in === said)
  return {
    has: fieldsIn(landingRule(ledger, data, today)?.when ?? []).filter(told),
    lacks: fieldsIn(wanted?.when ?? []).filter((field) => !told(field)),
  }
}

function fieldsIn(conditions: Condition[]): string[] {
  return [...new Set(conditions.flatMap((each) => ('any' in each ? fieldsIn(each.any) : 'field' in each ? [each.field] : [])))]
}

/** The duties that a landed record has by one of its `import.duties`: opened on the day that the data name, done on the day that they name, due on the
 * day given or after the duty's own length. The word `none` owes nothing; a duty not done is kept only where it lives in the state. */
export function landedDuties(
  ledger: Ledger,
  rule: ImportDuty,
  record: Pick<LedgerRecord, 'township' | 'createdBy' | 'data' | 'state'>,
  world: World,
): Landed[] {
  const { data, state } = record
  const openedOn = day(data, rule.opened)
  const doneOn = day(data, rule.done)
  if (openedOn === undefined || (doneOn === undefined && !livesIn(ledger, rule.duty, state))) return []
  const due = dueOf(ledger, rule, data, openedOn, world)
  if (due === undefined) return []
  const paused = ledger.states[state]?.phase === 'paused'
  const standing =
    doneOn !== undefined
      ? { state: 'done' as const, doneOn }
      : paused
        ? { state: 'paused' as const, pausedOn: openedOn }
        : { state: 'open' as const }
  return holdersOf(ledger, rule, record, world).map((holder) => ({ key: rule.duty, holder, openedOn, ...due, ...standing }))
}

/** Fields that name who owes the duty and are empty though the row says that it was opened: without them nobody would owe it. */
export function missingHolders(
  ledger: Ledger,
  rule: ImportDuty,
  record: Pick<LedgerRecord, 'township' | 'createdBy' | 'data' | 'state'>,
  world: World,
): string[] {
  if (day(record.data, rule.opened) === undefined || holdersOf(ledger, rule, record, world).length > 0) return []
  if (day(record.data, rule.done) === undefined && !livesIn(ledger, rule.duty, record.state)) return []
  const named = (ledger.duties[rule.duty]?.holder ?? []).filter((word) => word.startsWith('@')).map((word) => word.slice(1))
  return named.filter((field) => ['office', 'offices'].includes(ledger.fields[field]?.kind ?? ''))
}

function holdersOf(
  ledger: Ledger,
  rule: ImportDuty,
  record: Pick<LedgerRecord, 'township' | 'createdBy' | 'data'>,
  world: World,
): Holder[] {
  return seats(ledger, { ...record, duties: [] }, ledger.duties[rule.duty]?.holder ?? [], world)
}

function dueOf(ledger: Ledger, rule: ImportDuty, data: Data, openedOn: string, world: World): Pick<Duty, 'dueOn' | 'why'> | undefined {
  const duty = ledger.duties[rule.duty]
  const given = rule.due === undefined ? undefined : data[rule.due.slice(1)]
  if (!duty || given === 'none') return undefined
  const computed = computeDue(duty, { openedOn, data }, world.calendar)
  // A register states what was decided then: a day beyond today's cap stays as it is written.
  const kept =
    rule.due && isDay(given) && computed.dueOn !== given
      ? computeDue({ basis: duty.basis, due: { on: rule.due } }, { openedOn, data }, world.calendar)
      : computed
  return kept.owed ? { dueOn: kept.dueOn, why: kept.why } : undefined
}

function day(data: Data, ref: string | undefined): string | undefined {
  const value = ref === undefined ? undefined : data[ref.slice(1)]
  return isDay(value) ? value : undefined
}

/** The last day that the row itself tells of, for figures as of a day: what it reports was known then. Never after today. */
export function toldOn(ledger: Ledger, data: Data, today: string): string {
  const days = (ledger.import?.duties ?? [])
    .flatMap((rule) => [day(data, rule.opened), day(data, rule.done)])
    .filter((each) => each !== undefined && each <= today)
  return days.sort().at(-1) ?? today
}
