import type { Ledger, Transition } from '../../shared/definition/ledger.ts'
import { mayCreate } from '../../shared/engine/rights.ts'
import type { Label, Lang } from '../../shared/names.ts'
import type { Scope } from '../../shared/scope.ts'
import type { PanelWords } from '../words/panel.ts'
import { owed, roadThrough, targets } from './road.ts'

/** `rest`: one too many for a tab; it stands in the menu beside them. */
export type View = { key: string; label: string; filter: Record<string, string>; rest?: boolean }
const MOST = 7

/** The tabs of a list: all; one for each state that my role can move on, named by what is to be done; near due, overdue, closed, drafts. Seven are tabs. */
export function viewsOf(ledger: Ledger, scope: Scope, words: PanelWords, lang: Lang): View[] {
  const states = Object.entries(ledger.states)
  const waiting = states.flatMap(([state, { phase }]): View[] => {
    const act = phase === 'open' || phase === 'paused' ? leadsOn(ledger, state, scope) : undefined
    return act ? [{ key: `state-${state}`, label: words.list.to(act[lang]), filter: { state } }] : []
  })
  // Several states wait for the same act: their own names tell them apart.
  const named = waiting.map((view) =>
    waiting.some((other) => other !== view && other.label === view.label)
      ? { ...view, label: ledger.states[view.filter.state ?? '']?.label[lang] ?? view.label }
      : view,
  )
  const ofPhase = (phase: string) =>
    states
      .filter(([, each]) => each.phase === phase)
      .map(([state]) => state)
      .join(',')
  const all: View = { key: 'all', label: words.list.all, filter: {} }
  const ends: View[] = [
    { key: 'soon', label: words.list.soon, filter: { nearDue: 'true' } },
    { key: 'late', label: words.list.late, filter: { overdue: 'true' } },
    { key: 'done', label: words.list.done, filter: { state: ofPhase('done') } },
    ...(mayCreate(ledger, scope) ? [{ key: 'drafts', label: words.list.drafts, filter: { state: ofPhase('draft') } }] : []),
  ]
  const shown = ends.filter((view) => Object.values(view.filter).every((value) => value !== ''))
  const room = MOST - 1 - shown.length
  return [all, ...named.slice(0, room), ...shown, ...named.slice(room).map((view) => ({ ...view, rest: true }))]
}

/**
 * What this scope's kind of office has to do to a record in the state so that it comes on: what discharges a duty, else the step of the road, else another
 * act that does not come back here; where several answer one duty, that duty. What the system does by itself, what only undoes and what has to be
 * confirmed is nobody's pile, nor is a register.
 */
function leadsOn(ledger: Ledger, state: string, scope: Scope): Label | undefined {
  const { past, ahead } = roadThrough(ledger, state)
  const step = ahead[0]?.transition
  if (!step) return undefined
  const answers = (rule: Transition) => owed(ledger, rule, state)
  const behind = [state, ...past.map(({ from }) => from)]
  const leading = Object.entries(ledger.transitions).filter(
    ([key, rule]) =>
      rule.from.includes(state) && (key === step || (!rule.confirm && targets(rule).some((to) => comesOn(ledger, to, behind)))),
  )
  const mine = leading
    .filter(([, rule]) => !rule.by.includes('system') && takenBy(ledger, rule.by, scope))
    .map(([key, rule]) => ({ rule, rank: (answers(rule).length > 0 ? 0 : 2) + (key === step ? 0 : 1) }))
  const first = mine.sort((a, b) => a.rank - b.rank)[0]?.rule
  const duty = first && answers(first).find((each) => leading.filter(([, rule]) => answers(rule).includes(each)).length > 1)
  return (duty && ledger.duties[duty]?.label) || first?.label
}

function comesOn(ledger: Ledger, state: string, behind: string[]): boolean {
  const { ahead } = roadThrough(ledger, state)
  return ledger.states[state]?.phase !== 'void' && ![state, ...ahead.map(({ to }) => to)].some((each) => behind.includes(each))
}

/** True when this scope's kind of office can be meant by the words that say who takes a step. */
export function takenBy(ledger: Ledger, by: string[], scope: Scope): boolean {
  if (scope.role === 'leader') return false
  const { kind } = scope.office
  const own = {
    county: ['county', ...(ledger.level === 'county' ? ['owner'] : [])],
    township: ['township', 'owner', 'anyTownship', 'creator'],
    unit: ['anyUnit'],
    deputy: ['anyDeputy', 'creator'],
  }[kind]
  return by.some((word) => {
    const field = word.startsWith('@') ? ledger.fields[word.slice(1)] : undefined
    return (
      own.includes(word) ||
      (kind === 'county' && word.startsWith('county:')) ||
      (field !== undefined && (field.kind === 'deputies' ? kind === 'deputy' : 'of' in field && field.of === kind))
    )
  })
}
