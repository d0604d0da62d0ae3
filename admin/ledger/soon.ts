import type { Condition } from '../../shared/definition/condition.ts'
import { depth } from '../../shared/definition/depth.ts'
import type { Effects, Ledger, Transition } from '../../shared/definition/ledger.ts'
import type { Act, Shown } from '../data.ts'
import { barred } from './barred.ts'
import { roadThrough } from './road.ts'

/**
 * True for an act that cannot be taken yet and comes next: in one's own seat, where the record stands or where a single step leads it on; never one that
 * the record, being what it is, will not see, nor one that answers or moves a duty which is neither owed nor opened by that step.
 */
export function isSoon(ledger: Ledger, record: Pick<Shown, 'state' | 'data' | 'duties' | 'took'>): (act: Act) => boolean {
  const { state, data, duties } = record
  const never = barred(ledger, data)
  const live = duties.filter((duty) => duty.state === 'open' || duty.state === 'paused').map(({ key }) => key)
  const reached = [{ to: state, opened: live }, ...ahead(ledger, record, never)]
  return ({ key, for: whom }) => {
    const rule = ledger.transitions[key]
    if (!rule || whom || outcomes(rule).every(({ to }) => never({ transition: key, to }))) return false
    return reached.some(
      ({ to, opened }) => rule.from.includes(to) && wanted(rule).every((keys) => keys.some((each) => opened.includes(each))),
    )
  }
}

type Reached = { to: string; opened: string[] }

/** Where one step leads on, with the duties that it opens: the next of the record's road, and whatever neither ends it nor leads back. */
function ahead(ledger: Ledger, { state, took, data }: Pick<Shown, 'state' | 'data' | 'took'>, never: ReturnType<typeof barred>): Reached[] {
  const next = roadThrough(ledger, state, took, data).ahead[0]?.to
  return Object.entries(ledger.transitions).flatMap(([transition, rule]) =>
    rule.from.includes(state)
      ? outcomes(rule).flatMap(({ to, opens }): Reached[] => {
          const leads = to !== undefined && ledger.states[to]?.phase !== 'void' && (to === next || depth(ledger, to) > depth(ledger, state))
          return leads && !never({ transition, to }) ? [{ to, opened: dutiesOf(opens) }] : []
        })
      : [],
  )
}

const outcomes = (rule: Transition): Effects[] => [rule, ...(rule.branches ?? [])]

const dutiesOf = (opens: Effects['opens'] = []): string[] => opens.map((one) => (typeof one === 'string' ? one : one.duty))

/** The duties without which a step has nothing to do: one of each list. */
function wanted({ when = [], moves = [] }: Transition): string[][] {
  const owed = (condition: Condition): string[] =>
    'any' in condition ? condition.any.flatMap(owed) : 'duty' in condition && condition.open ? [condition.duty] : []
  const asked = when.filter((each) => ('any' in each ? each.any : [each]).every((one) => owed(one).length > 0)).map(owed)
  return moves.length > 0 ? [...asked, moves.map(({ duty }) => duty)] : asked
}
