import { depth } from '../../shared/definition/depth.ts'
import type { Ledger, Transition } from '../../shared/definition/ledger.ts'
import { optionsOf } from '../../shared/definition/options.ts'
import { standingEvents } from '../../shared/engine/undo.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import type { Label, Lang } from '../../shared/names.ts'
import type { Data, LedgerRecord } from '../../shared/record.ts'
import { joined } from '../../shared/words/sentence.ts'
import { road, targets } from './road.ts'

/** The step by which somebody else gave the record back to where it stands, with a reason: what was handed in has to be looked at again. */
export function sentBack(ledger: Ledger, { state, took }: Pick<LedgerRecord, 'state' | 'took'>): string | undefined {
  const latest = latestInto(ledger, { state, took })
  if (!latest || latest[1].to !== state || !givesBack(ledger, latest[1])) return undefined
  const handedIn = forward(ledger, latest[1]).flatMap((key) => took[key]?.person ?? [])
  return handedIn.includes(took[latest[0]]?.person ?? '') ? undefined : latest[0]
}

/** The last step that can have brought the record to where it stands; of several of one day the one that gives back. */
function latestInto(ledger: Ledger, { state, took }: Pick<LedgerRecord, 'state' | 'took'>): [string, Transition] | undefined {
  const into = Object.entries(ledger.transitions).filter(([key, rule]) => took[key] && targets(rule).includes(state))
  const back = (rule: Transition) => Number(givesBack(ledger, rule) || branchBack(ledger, rule, state) >= 0)
  return into.sort(([a, one], [b, other]) => (took[b]?.on ?? '').localeCompare(took[a]?.on ?? '') || back(other) - back(one))[0]
}

/**
 * The step whose answer led back to where the record stands, as 不满意 does: by which of its branches, what had to be said for it, and what is owed since.
 * Undefined where the record came here otherwise.
 */
export function ledBack(
  ledger: Ledger,
  record: Pick<LedgerRecord, 'state' | 'took'>,
): { step: string; branch: number; says: Label; opens: string[] } | undefined {
  const [step, rule] = latestInto(ledger, record) ?? []
  const branch = rule ? branchBack(ledger, rule, record.state) : -1
  const taken = rule?.branches?.[branch]
  if (step === undefined || !taken) return undefined
  // What was answered goes by its question, 群众评价：不满意; what was not chosen from a list by its step.
  const said = (taken.when ?? []).flatMap((condition): Label[] => {
    if (!('field' in condition) || typeof condition.is !== 'string') return []
    const field = ledger.fields[condition.field]
    const option = optionsOf(field, ledger.fields)?.[condition.is]
    return field && option ? [joined([field.label, option], '：', ': ')] : []
  })
  const says = said[0] ?? rule?.label ?? { zh: step, en: step }
  return { step, branch, says, opens: (taken.opens ?? []).map((one) => (typeof one === 'string' ? one : one.duty)) }
}

/** The branch that leads back to an open state over which the step itself leads on; -1 where none does. */
function branchBack(ledger: Ledger, { to, from, branches = [] }: Transition, state: string): number {
  if (to === state || from.includes(state) || ledger.states[state]?.phase !== 'open') return -1
  // An exam that is passed leads on from where it was first sat, though not from where it is sat again.
  if (!from.every((before) => depth(ledger, state) <= depth(ledger, before))) return -1
  return branches.findIndex((branch) => branch.to === state && branch.opens !== undefined)
}

/** The state in words; of what was sent back, by which step: 草稿（退回修改）. */
export function stateText(ledger: Ledger, record: Pick<LedgerRecord, 'state' | 'took'>, lang: Lang): string {
  const label = ledger.states[record.state]?.label[lang] ?? record.state
  const back = ledger.transitions[sentBack(ledger, record) ?? '']?.label[lang]
  return back === undefined ? label : lang === 'zh' ? `${label}（${back}）` : `${label} (${back.toLowerCase()})`
}

/** True for a step back, with a reason, over one that leads on. */
export function givesBack(ledger: Ledger, rule: Transition): boolean {
  const { to, from } = rule
  const phase = ledger.states[to ?? '']?.phase
  if (to === undefined || from.includes(to) || !reasonOf(ledger, rule) || (phase !== 'draft' && phase !== 'open')) return false
  return from.some((state) => depth(ledger, to) <= depth(ledger, state)) && forward(ledger, rule).length > 0
}

/** The steps over which a step leads back: of the road, or such as answer a duty. What only sets aside hands nothing in. */
function forward(ledger: Ledger, { to = '', from }: Transition): string[] {
  const steps = road(ledger).map(({ transition }) => transition)
  const leads = ([key, step]: [string, Transition]) =>
    step.from.includes(to) && targets(step).some((state) => from.includes(state)) && (steps.includes(key) || step.discharges !== undefined)
  return Object.entries(ledger.transitions)
    .filter(leads)
    .map(([key]) => key)
}

/** Why it was given back, in the words of who did; the last time that still stands. */
export function backReason(ledger: Ledger, transition: string, events: LedgerEvent[]): { reason: string; event: LedgerEvent } | undefined {
  const field = reasonOf(ledger, ledger.transitions[transition])
  const event = standingEvents(events).findLast((each) => each.transition === transition)
  const said: Data = event?.said ?? {}
  return event && field && typeof said[field] === 'string' ? { reason: said[field], event } : undefined
}

/** The text that a step asks and that stands nowhere but with the step. */
function reasonOf(ledger: Ledger, rule: Transition | undefined): string | undefined {
  const asked = (rule?.asks ?? []).filter((ask) => !ask.endsWith('?'))
  return asked.find((key) => ledger.fields[key]?.kind === 'text' && ledger.fields[key]?.only === 'event')
}
