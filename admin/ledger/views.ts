import type { Ledger, Transition } from '../../shared/definition/ledger.ts'
import { mayCreate } from '../../shared/engine/rights.ts'
import type { Label, Lang } from '../../shared/names.ts'
import type { Scope } from '../../shared/scope.ts'
import type { PanelWords } from '../words/panel.ts'
import { actAsked } from './asked-of.ts'
import { owed, roadThrough, targets } from './road.ts'

/**
 * `rest`: one too many for a tab; it stands in the menu beside them. `own`: what leaves of a pile only the items on which this office may take the step, where
 * it reads others too.
 */
export type View = { key: string; label: string; filter: Record<string, string>; rest?: boolean; own?: Record<string, string> }
const MOST = 7
type Filters = Record<string, string>
/** Filters that a tab sets; the others stay when the tab changes, but for those that leave of a pile what is this office's own. */
export const TAB_FILTERS = ['state', 'overdue', 'nearDue', 'dueBefore']

/** The tab whose list is shown. */
export function chosenOf(views: View[], values: Filters): View | undefined {
  return views.find(
    ({ filter, own = {} }) =>
      TAB_FILTERS.every((key) => (values[key] ?? '') === (filter[key] ?? '')) &&
      Object.entries(own).every(([key, value]) => values[key] === value),
  )
}

/** Filters without what any of the tabs narrows them by, though others were chosen since: the bar offers none of it. */
export function without(values: Filters, views: View[]): Filters {
  return Object.fromEntries(Object.entries(values).filter(([key, value]) => !views.some(({ own }) => own?.[key] === value)))
}

/** What is asked after the bar or a chip was used: what leaves a tab takes its narrowing along, unless another tab stands for the same. */
export function leaving(views: View[], before: Filters, after: Filters): Filters {
  const moved = TAB_FILTERS.some((key) => (before[key] ?? '') !== (after[key] ?? ''))
  return moved && chosenOf(views, before)?.own && !chosenOf(views, after)?.own ? without(after, views) : after
}

/** The tabs of a list: all; one for each state that my role can move on, named by what is to be done; near due, overdue, closed, drafts. Seven are tabs. */
export function viewsOf(ledger: Ledger, scope: Scope, words: PanelWords, lang: Lang): View[] {
  const states = Object.entries(ledger.states)
  const waiting = states.flatMap(([state, { phase }]): View[] => {
    const act = phase === 'open' || phase === 'paused' ? leadsOn(ledger, state, scope) : undefined
    if (!act) return []
    const own = ownOf(ledger, state, act, scope)
    return [
      {
        key: `state-${state}`,
        label: ledger.states[state]?.pile?.[lang] ?? words.list.to(act.label[lang]),
        filter: { state },
        ...(own ? { own } : {}),
      },
    ]
  })
  // Several states wait for the same act: their own names tell them apart.
  const named = waiting.map((view) =>
    waiting.some((other) => other !== view && other.label === view.label)
      ? { ...view, label: ledger.states[view.filter.state ?? '']?.label[lang] ?? view.label }
      : view,
  )
  // Where something is owed again and again nothing is closed: it goes by its own name, 现行有效.
  const goesOn = states.filter(
    ([state, { phase, label }]) =>
      phase === 'done' && label[lang] !== words.list.done && Object.values(ledger.duties).some(({ during }) => during?.includes(state)),
  )
  const ofPhase = (phase: string) =>
    states
      .filter(([state, each]) => each.phase === phase && !goesOn.some(([other]) => other === state))
      .map(([state]) => state)
      .join(',')
  const all: View = { key: 'all', label: words.list.all, filter: {} }
  const ends: View[] = [
    { key: 'soon', label: words.list.soon, filter: { nearDue: 'true' } },
    { key: 'late', label: words.list.late, filter: { overdue: 'true' } },
    ...goesOn.map(([state, { label }]) => ({ key: `done-${state}`, label: label[lang], filter: { state } })),
    { key: 'done', label: endedAs(ledger, ofPhase('done'), lang, words.list.done), filter: { state: ofPhase('done') } },
    ...(mayCreate(ledger, scope) ? [{ key: 'drafts', label: words.list.drafts, filter: { state: ofPhase('draft') } }] : []),
  ]
  const shown = ends.filter((view) => Object.values(view.filter).every((value) => value !== ''))
  const room = MOST - 1 - shown.length
  return [all, ...named.slice(0, room), ...shown, ...named.slice(room).map((view) => ({ ...view, rest: true }))]
}

/** What has ended, where there are two ends at most and none is the usual one, goes by their names: a person is 已终止, and no 已办结. */
function endedAs({ states }: Ledger, ends: string, lang: Lang, usual: string): string {
  const labels = ends.split(',').map((state) => states[state]?.label[lang])
  return labels.length > 2 || labels.includes(usual) ? usual : labels.join(lang === 'zh' ? '、' : ', ')
}

/**
 * What this scope's kind of office has to do to a record in the state so that it comes on: what discharges a duty, else the step of the road, else another
 * act that does not come back here; where several answer one duty, that duty. What the system does by itself, what only undoes and what has to be
 * confirmed is nobody's pile, nor is a register; what an office owes is a deputy's only where it is owed in his stead.
 */
function leadsOn(ledger: Ledger, state: string, scope: Scope): { label: Label; by: string[]; answers: string[] } | undefined {
  const { past, ahead } = roadThrough(ledger, state)
  const step = ahead[0]?.transition
  if (!step) return undefined
  const answers = (rule: Transition) => owed(ledger, rule, state)
  const behind = [state, ...past.map(({ from }) => from)]
  const leading = Object.entries(ledger.transitions).filter(
    ([key, rule]) =>
      rule.from.includes(state) && (key === step || (!rule.confirm && targets(rule).some((to) => comesOn(ledger, to, behind)))),
  )
  const takes = (_: string, by: string[]) => takenBy(ledger, by, scope)
  const isOffices = (duty: string) =>
    scope.office.kind === 'deputy' &&
    !takenBy(ledger, ledger.duties[duty]?.holder ?? [], scope) &&
    actAsked(ledger, state, duty, scope, takes) === undefined
  const mine = leading
    .filter(([, rule]) => !rule.by.includes('system') && takenBy(ledger, rule.by, scope) && !answers(rule).some(isOffices))
    .map(([key, rule]) => ({ rule, rank: (answers(rule).length > 0 ? 0 : 2) + (key === step ? 0 : 1) }))
  const first = mine.sort((a, b) => a.rank - b.rank)[0]?.rule
  const duty = first && answers(first).find((each) => leading.filter(([, rule]) => answers(rule).includes(each)).length > 1)
  return first && { label: (duty && ledger.duties[duty]?.label) || first.label, by: first.by, answers: answers(first) }
}

function comesOn(ledger: Ledger, state: string, behind: string[]): boolean {
  const { ahead } = roadThrough(ledger, state)
  return ledger.states[state]?.phase !== 'void' && ![state, ...ahead.map(({ to }) => to)].some((each) => behind.includes(each))
}

/**
 * What narrows the items in a state to those on which the scope may take a step by these words: its own place's, else those on which it owes something itself,
 * where that is what the step answers; undefined where it reads no others. A township reads the county's items too; a deputy brings in his own.
 */
function ownOf(ledger: Ledger, state: string, { by, answers }: { by: string[]; answers: string[] }, scope: Scope): Filters | undefined {
  const { kind, id } = scope.office
  const meant = (word: string) => takenBy(ledger, [word], scope)
  const mine = by.filter(meant)
  if (kind === 'county' || mine.includes(anyOf[kind])) return undefined
  const place = kind === 'township' ? ['township', 'owner'] : []
  const isOfPlace = mine.some((word) => place.includes(word))
  const same = [...mine, ...(isOfPlace ? place : []), ...(kind === 'deputy' && mine.length > 0 ? ['creator'] : [])]
  const reads = ledger.may.read.flatMap((access) => {
    if (typeof access === 'string') return [access]
    return !access.in || access.in.includes(state) ? access.who : []
  })
  const others = reads.filter((word) => !same.includes(word) && (meant(word) || word === 'parent' || word === 'public'))
  if (others.length === 0) return undefined
  if (isOfPlace) return { township: id }
  const owes = answers.some((key) => ledger.duties[key]?.holder.some((word) => mine.includes(word)))
  return owes ? { holder: `${kind}:${id}` } : undefined
}

const anyOf = { township: 'anyTownship', unit: 'anyUnit', deputy: 'anyDeputy' }

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
