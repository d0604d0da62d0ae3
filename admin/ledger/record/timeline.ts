import type { Ledger } from '../../../shared/definition/ledger.ts'
import { isStep, type LedgerEvent } from '../../../shared/event.ts'
import type { Lang } from '../../../shared/names.ts'
import type { PanelWords } from '../../words/panel.ts'

/** True for an act that moved the matter on, its beginning too; edits and imports only wrote something down. */
export function isAct(event: Pick<LedgerEvent, 'transition'>): boolean {
  return event.transition === 'create' || isStep(event)
}

/** Events and reminders in one line, newest first. */
export function newestFirst<E extends { at: string; seq: number }, N extends { at: string }>(
  events: E[],
  notices: N[],
): { event?: E; notice?: N }[] {
  const all: { at: string; seq: number; event?: E; notice?: N }[] = [
    ...events.map((event) => ({ at: event.at, seq: event.seq, event })),
    ...notices.map((notice) => ({ at: notice.at, seq: 0, notice })),
  ]
  return all.sort((a, b) => b.at.localeCompare(a.at) || b.seq - a.seq)
}

/** The act in words: the transition's label, with the state it led to when a branch was taken. */
export function actOf(
  event: Pick<LedgerEvent, 'transition' | 'branch' | 'to'> & Partial<Pick<LedgerEvent, 'by'>>,
  ledger: Ledger,
  words: PanelWords,
  lang: Lang,
): string {
  const own: Record<string, string> = {
    create: words.record.created,
    // The system edits what is taken from elsewhere and moved there, and what it counts.
    edit: event.by?.office.kind === 'system' ? words.record.followed : words.record.edited,
    import: words.record.imported,
    delete: words.record.removed,
    restore: words.record.restoredAct,
    undo: words.record.undone,
    succession: words.record.handOver,
    calendar: words.record.newDays,
    paper: words.record.issued,
    scan: words.record.cameBack,
  }
  const label = ledger.transitions[event.transition]?.label[lang] ?? own[event.transition] ?? event.transition
  return event.branch === undefined ? label : `${label} → ${ledger.states[event.to]?.label[lang] ?? event.to}`
}

/** The numbers that steps count up by themselves: what matters is how far they came. */
export function countersOf({ transitions }: Ledger): string[] {
  const sets = Object.values(transitions).flatMap(({ sets, branches = [] }) => [sets, ...branches.map((each) => each.sets)])
  return sets.flatMap((each) => Object.entries(each ?? {}).flatMap(([key, put]) => ('add' in put && put.add > 0 ? [key] : [])))
}
