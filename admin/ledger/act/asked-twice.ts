import { depth } from '../../../shared/definition/depth.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { holds } from '../../../shared/engine/holds.ts'
import type { Moved } from '../../../shared/engine/moved.ts'
import type { Data, LedgerRecord } from '../../../shared/record.ts'
import { isRefusal, type Refusal } from '../../../shared/refusal.ts'
import type { Scope } from '../../../shared/scope.ts'
import type { Ref, Shown } from '../../data.ts'
import { asksOf } from './foresee.ts'

/**
 * The text that a form insists on although the step may be taken without: an answer that leads back, as 不满意 does, says why. Undefined where the step
 * leads on, or has nothing to say it in.
 */
export function mustSay(
  ledger: Ledger,
  record: Pick<Shown, 'state'>,
  transition: string,
  outcome: Moved | Refusal | null,
): string | undefined {
  if (!outcome || isRefusal(outcome) || outcome.event.branch === undefined) return undefined
  const { state } = outcome.record
  const phase = ledger.states[state]?.phase
  if (state === record.state || (phase !== 'open' && phase !== 'draft') || depth(ledger, state) > depth(ledger, record.state))
    return undefined
  return asksOf(ledger, transition).find(
    ({ key, optional }) => optional && ledger.fields[key]?.kind === 'text' && ledger.fields[key]?.only === 'event',
  )?.key
}

/** Questions that may be left open otherwise, and that these answers leave no more so. */
export function mustAnswer(
  ledger: Ledger,
  transition: string,
  record: Shown,
  data: Record<string, unknown>,
  { today, scope }: { today: string; scope: Scope },
): string[] {
  const whole = { ...record, took: record.took ?? {} } as unknown as LedgerRecord
  const judged = { record: whole, data: data as Data, kin: { children: [], phases: () => undefined }, today, person: scope.person }
  return (ledger.transitions[transition]?.needs ?? []).flatMap(({ field, when }) => (holds(when, judged) ? [field] : []))
}

/** Parts of a record that are not done yet, where a step would call the whole done. */
export function openParts(ledger: Ledger, record: Pick<Shown, 'refs'>, ledgers: Ledger[], outcome: Moved | Refusal | null): Ref[] {
  if (!outcome || isRefusal(outcome) || ledger.states[outcome.record.state]?.phase !== 'done') return []
  return (record.refs ?? []).filter(({ as, ledger: key, state }) => {
    const part = ledgers.find((each) => each.key === key)
    return as === 'child' && part?.part === true && ['open', 'paused'].includes(part.states[state]?.phase ?? '')
  })
}
