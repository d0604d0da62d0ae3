import { say } from '../say.ts'
import type { GateFault } from './gate.ts'
import type { Ledger, Transition } from './ledger.ts'
import { openStates } from './open-states.ts'
import type { Who } from './who.ts'

/** What the way out adds to a ledger: the state, the step that leads there, the same for what goes with its parent, and why. */
const names = { state: 'terminated', step: 'terminate', along: 'endWithParent', why: 'endedFor', reason: 'reason' }

/** The states of phase open or paused from which the county (or the owner, on a list that is the township's own) cannot end an item in one step, with a reason. */
export function withoutWayOut(ledger: Ledger): string[] {
  const open = openStates(ledger)
  return open.filter((key) => !Object.values(ledger.transitions).some((step) => step.from.includes(key) && leadsOut(ledger, step)))
}

/** The gate's rule: what is open can be ended honestly, as what it is, and never as fulfilled. */
export function wayOutFaults(ledger: Ledger): GateFault[] {
  return withoutWayOut(ledger).map((key) => ({
    path: `states.${key}`,
    message: 'no way out: a step by county or owner into a state of phase void, in any case, with a required text that says why',
  }))
}

function leadsOut(ledger: Ledger, { by, to, when, branches = [], asks = [] }: Transition): boolean {
  const ends = [to, ...branches.map((branch) => branch.to)].every((state) => ledger.states[state ?? '']?.phase === 'void')
  const taken = by.some((word) => word === 'owner' || word.split(':')[0] === 'county')
  return ends && taken && when === undefined && asks.some((ask) => ledger.fields[ask]?.kind === 'text')
}

/**
 * The ledger with a way out of every open state that has none: ended by the county (`by`), entered by mistake, dropped by a meeting or terminated by
 * decision, with a reason. A part ends with the item that it belongs to.
 */
export function withWayOut(ledger: Ledger, by: Who[] = ['county']): Ledger {
  const open = openStates(ledger)
  const from = withoutWayOut(ledger)
  const along: [string, Transition][] = ledger.part
    ? [
        [
          names.along,
          {
            label: say('所属事项已经终止办理', 'What it belongs to was ended'),
            from: open,
            to: names.state,
            by: ['system'],
            when: [{ parent: [names.state] }],
          },
        ],
      ]
    : []
  if (from.length === 0 && along.length === 0) return ledger
  const terminate: Transition = {
    label: say('终止办理', 'End without result'),
    says: say('终止办理{this}，不作为办结统计。', 'Ends {this}, which does not count as done.'),
    from,
    to: names.state,
    by,
    asks: [names.why, names.reason],
    confirm: true,
  }
  return {
    ...ledger,
    fields: {
      ...ledger.fields,
      ...(from.length > 0 ? { [names.why]: why } : {}),
      [names.reason]: ledger.fields[names.reason] ?? { kind: 'text', only: 'event', label: say('理由', 'Reason') },
    },
    states: { ...ledger.states, [names.state]: { label: say('终止办理', 'Ended without result'), phase: 'void' } },
    transitions: Object.fromEntries([
      ...Object.entries(ledger.transitions),
      ...(from.length > 0 ? [[names.step, terminate] as const] : []),
      ...along,
    ]),
  }
}

const why: Ledger['fields'][string] = {
  kind: 'choice',
  label: say('不再办理的原因', 'Not carried on because'),
  options: {
    mistake: say('登记有误或重复', 'Entered by mistake, or twice'),
    dropped: say('会议决定不再办理', 'Dropped by a meeting'),
    decision: say('依决定终止', 'Terminated by decision'),
  },
}
