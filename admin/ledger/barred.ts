import type { Condition } from '../../shared/definition/condition.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { holds } from '../../shared/engine/holds.ts'
import type { Data } from '../../shared/record.ts'
import type { Step } from './road.ts'

/**
 * The steps that a record will never take, since what it is forbids them: a report is not voted on. Judged by the fields that no act asks or sets; all
 * others may yet change.
 */
export function barred(ledger: Ledger, data: Data): (step: Pick<Step, 'transition'> & { to: string | undefined }) => boolean {
  const rules = Object.values(ledger.transitions)
  const changing = new Set(
    rules.flatMap((rule) => [
      ...(rule.asks ?? []).map((ask) => ask.replace('?', '')),
      ...[rule, ...(rule.branches ?? [])].flatMap(({ sets }) => Object.keys(sets ?? {})),
    ]),
  )
  const judged = { record: { duties: [], took: {} }, data, kin: { children: [], phases: () => undefined }, today: '', person: '' }
  const fixed = (condition: Condition) =>
    'field' in condition &&
    (condition.past ?? condition.reached) === undefined &&
    !changing.has(condition.field) &&
    ledger.fields[condition.field]?.kind !== 'computed'
  const fails = (when: Condition[] = []) => when.some((each) => fixed(each) && !holds([each], judged))
  const certain = (when: Condition[]) => when.every((each) => fixed(each) && holds([each], judged))
  return ({ transition, to }) => {
    const rule = ledger.transitions[transition]
    if (!rule || fails(rule.when)) return true
    const branches = (rule.branches ?? []).filter(({ when }) => !fails(when))
    const sure = branches.findIndex(({ when }) => certain(when))
    const open = sure < 0 ? [rule, ...branches] : branches.slice(0, sure + 1)
    return !open.some((outcome) => outcome.to === to)
  }
}
