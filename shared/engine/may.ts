import type { Condition } from '../definition/condition.ts'
import { conditionSentence, stateSentence } from '../definition/describe.ts'
import type { Ledger, Transition } from '../definition/ledger.ts'
import type { Label } from '../names.ts'
import type { LedgerRecord } from '../record.ts'
import type { Scope } from '../scope.ts'
import type { Kin, World } from '../world.ts'
import { askers } from './asker.ts'
import { tooEarly } from './day.ts'
import { holds } from './holds.ts'
import { editable, isOtherDeputys } from './rights.ts'
import { seatDuties, sits, standing } from './seats.ts'

export type MayTake = {
  key: string
  possible: boolean
  why?: Label
  /** Offices on whose behalf the caller would act; with several, `for` must be said. */
  for?: string[]
  /** Open duties of the caller's own office (or of those it stands in for) that this step discharges. */
  discharges: string[]
}
export type May = { edit: boolean; fields: string[]; delete: boolean; transitions: MayTake[] }

/**
 * What the caller may do with a record now: fields to edit, and every transition that his role ever has, with the reason when it is not possible.
 * Conditions on fields that the transition itself asks are left to the moment of acting.
 */
export function may(ledger: Ledger, record: LedgerRecord, scope: Scope, today: string, world: World, kin: Kin): May {
  const { now } = editable(ledger, record, scope, world)
  const draft = ledger.states[record.state]?.phase === 'draft'
  const judged = { record, data: record.data, kin, today, person: scope.person, sittings: world.sittings }
  const transitions = Object.entries(ledger.transitions).flatMap(([key, rule]): MayTake[] => {
    const stand = standing(ledger, record, rule.by, seatDuties(rule), rule.inPerson ?? false, scope, world)
    if (!stand || rule.from.length === 0) return []
    const several = stand.own ? askers(ledger, record, rule) : stand.principals
    const principals = stand.own && several.length < 2 ? undefined : several.map((holder) => holder.id)
    const base = { key, ...(principals ? { for: principals } : {}), discharges: dischargedBy(record, rule, scope, principals) }
    if (!rule.from.includes(record.state)) return [{ ...base, possible: false, why: stateSentence(ledger, record, key) }]
    const known = (rule.when ?? []).filter((condition) => !asksAbout(rule, condition))
    if (!holds(known, judged)) return [{ ...base, possible: false, why: conditionSentence(ledger, known, judged, world, scope) }]
    const early = asks(rule).includes(rule.notBefore?.slice(1) ?? '') ? null : tooEarly(ledger, rule, record.data, today)
    if (early) return [{ ...base, possible: false, why: early }]
    const movable =
      (rule.moves ?? []).length === 0 ||
      record.duties.some((duty) => live(duty.state) && rule.moves?.some((move) => move.duty === duty.key))
    if (!movable) return [{ ...base, possible: false, why: { zh: '现在没有可以延期的待办。', en: 'No open duty has a day to move.' } }]
    return [{ ...base, possible: true }]
  })
  return { edit: now.length > 0, fields: now, delete: draft && now.length > 0 && !isOtherDeputys(record, scope), transitions }
}

const live = (state: string) => state === 'open' || state === 'paused'

function dischargedBy(record: LedgerRecord, rule: Transition, scope: Scope, principals: string[] | undefined): string[] {
  const mine = record.duties.filter((duty) => live(duty.state) && rule.discharges?.includes(duty.key))
  return mine.filter((duty) => sits(scope, duty.holder) || principals?.includes(duty.holder.id)).map((duty) => duty.id)
}

const asks = (rule: Transition): string[] => (rule.asks ?? []).map((ask) => ask.replace('?', ''))

function asksAbout(rule: Transition, condition: Condition): boolean {
  const asked = asks(rule)
  if ('any' in condition) return condition.any.some((each) => asksAbout(rule, each))
  if ('named' in condition) return asked.includes(condition.named)
  if (!('field' in condition)) return false
  const named = [condition.field, condition.atLeast, condition.atMost, condition.above, condition.below].map((each) =>
    String(each).replace('@', ''),
  )
  return asked.length > 0 && named.some((field) => asked.includes(field))
}
