import type { Ledger } from '../../shared/ledger.ts'
import type { Lang } from '../../shared/names.ts'
import { mayCreate } from '../../shared/rights.ts'
import type { Scope } from '../../shared/scope.ts'
import type { PanelWords } from '../../shared/words/panel.ts'
import { isVoid } from './acts.ts'
import { road, targets } from './road.ts'

export type View = { key: string; label: string; filter: Record<string, string> }
const MOST = 7

/** The tabs of a list: all; one for each state that my role can move on, named by what is to be done; near due, overdue, closed, drafts. Seven at most. */
export function viewsOf(ledger: Ledger, scope: Scope, words: PanelWords, lang: Lang): View[] {
  const states = Object.entries(ledger.states)
  const waiting = states.flatMap(([state, { phase }]): View[] => {
    const move = phase === 'open' || phase === 'paused' ? moveOn(ledger, state, scope) : undefined
    const label = move && ledger.transitions[move]?.label[lang]
    return label ? [{ key: `state-${state}`, label: words.list.to(label), filter: { state } }] : []
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
  const views: View[] = [
    { key: 'all', label: words.list.all, filter: {} },
    ...named.slice(0, 4),
    { key: 'soon', label: words.list.soon, filter: { nearDue: 'true' } },
    { key: 'late', label: words.list.late, filter: { overdue: 'true' } },
    { key: 'done', label: words.list.done, filter: { state: ofPhase('done') } },
    ...(mayCreate(ledger, scope) && ofPhase('draft')
      ? [{ key: 'drafts', label: words.list.drafts, filter: { state: ofPhase('draft') } }]
      : []),
  ]
  return views.filter((view) => Object.values(view.filter).every((value) => value !== '')).slice(0, MOST + 1)
}

/** The transition with which this scope's kind of office moves a record on from the state; loops and voiding acts do not count. */
function moveOn(ledger: Ledger, state: string, scope: Scope): string | undefined {
  const found = Object.entries(ledger.transitions)
    .filter(
      ([key, rule]) =>
        rule.from.includes(state) && targets(rule).some((to) => to !== state) && !isVoid(ledger, key) && acts(ledger, rule.by, scope),
    )
    .map(([key]) => key)
  return found.find((key) => road(ledger).some((step) => step.transition === key)) ?? found[0]
}

function acts(ledger: Ledger, by: string[], scope: Scope): boolean {
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
