import { daysBetween } from '../../../shared/deadline/calendar.ts'
import { writeClosed, writeDay } from '../../../shared/deadline/days.ts'
import { dischargerOf, onItsDay } from '../../../shared/definition/discharger.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { Holder } from '../../../shared/duty.ts'
import { live } from '../../../shared/engine/owed.ts'
import { seats, sits } from '../../../shared/engine/seats.ts'
import type { Label, Lang } from '../../../shared/names.ts'
import type { Scope } from '../../../shared/scope.ts'
import { besideDay } from '../../../shared/words/verbs.ts'
import type { Office, World } from '../../../shared/world.ts'
import type { Shown, ShownDuty } from '../../data.ts'
import { officeName } from '../../parts/office.ts'
import type { PanelWords } from '../../words/panel.ts'
import { enteredOn, roadThrough } from '../road.ts'
import { bandDuty } from './band-duty.ts'

type Around = { scope: Scope; offices: Office[]; words: PanelWords; lang: Lang; world: World; ledgers?: Ledger[] }

/** The band's sentence: what I must do by when, whom we wait for, what I may do next (the filled button's act), or how it ended. */
export function bandSentence(
  ledger: Ledger,
  record: Shown,
  next: string | undefined,
  { scope, offices, words, lang, world, ledgers = [] }: Around,
): string {
  const found = bandDuty(ledger, record, scope)
  const label = ledger.states[record.state]?.label[lang] ?? record.state
  const phase = ledger.states[record.state]?.phase
  if (found) {
    const { duty, mine, act } = found
    const office = officeName(offices, duty.holder.id, lang, duty.holder.kind)
    const day = duty.dueOn && writeDay(duty.dueOn, lang)
    const owed = besideDay(duty.label)[lang]
    if (!mine) {
      if (!day) return words.record.waiting(office, owed)
      return (duty.overdue ? words.record.waitingLate : words.record.waitingUntil)(office, owed, day)
    }
    const wanted = besideDay(ledger.transitions[act ?? '']?.label ?? duty.label)[lang]
    const { mine: before, mineLate, mineOn, mineOnLate } = words.record
    const [inTime, late] = onItsDay(ledger, duty.key) ? [mineOn, mineOnLate] : [before, mineLate]
    const said = !day ? words.record.mineNoDay(wanted) : (duty.overdue ? late : inTime)(day, wanted)
    const left = partsLeft(ledger, record, duty.key, ledgers)
    const asked = record.duties.some((one) => live(one) && one.asker !== undefined && sits(scope, one.asker))
    const told = act ? words.record.orOffice(said, office) : left ? words.record.partsLeft(said, left.count, left.label[lang]) : said
    return asked ? words.record.requested(told) : told
  }
  // A person is no item.
  const person = ledger.register ? record.heading : undefined
  if (next && phase !== 'done') return person ? words.record.personNext(person, label, next) : words.record.next(label, next)
  if (phase === 'void') return words.record.void(label)
  const barred = phase === 'draft' ? handsIn(ledger, record) : undefined
  if (barred) return words.record.notYet(label, barred.act[lang], typeof barred.why === 'string' ? barred.why : barred.why[lang])
  if (phase === 'draft' && record.may?.edit) return words.record.ownDraft(label)
  const awaited = phase === 'open' || phase === 'paused' ? awaitedBy(ledger, record, scope, world) : undefined
  if (awaited) return words.record.awaits(officeName(offices, awaited.office.id, lang, awaited.office.kind), awaited.act[lang])
  const closed = phase === 'done' ? enteredOn(ledger, record.state, record.took ?? {}) : undefined
  if (person) return words.record.personRest(person, label)
  return closed ? words.record.closed(writeDay(closed, lang), howClosed(record, words, lang)) : words.record.rest(label)
}

/** The open parts for which the step waits that a duty is meant to end with. Another step that ends it without them is the exception, and is not asked for. */
function partsLeft(ledger: Ledger, { state, refs }: Shown, duty: string, ledgers: Ledger[]): { count: number; label: Label } | undefined {
  for (const condition of ledger.transitions[dischargerOf(ledger, state, duty) ?? '']?.when ?? []) {
    if (!('children' in condition)) continue
    const parts = ledgers.find(({ key }) => key === condition.children)
    const waits = (at: string) => condition.in === 'closed' || !condition.in.includes(at)
    const open = (refs ?? []).filter(
      (ref) => ref.as === 'child' && ref.ledger === parts?.key && waits(ref.state) && parts.states[ref.state]?.phase === 'open',
    )
    if (parts && open.length > 0) return { count: open.length, label: parts.label }
  }
  return undefined
}

/** What leads a draft on and is mine to do, were it not for what it lacks: a draft waits for whoever writes it. */
function handsIn({ transitions, states }: Ledger, record: Shown): { act: Label; why: Label | string } | undefined {
  const on = (record.may?.transitions ?? []).find(({ key, possible, for: whom }) => {
    const { from = [], to = '' } = transitions[key] ?? {}
    return !possible && !whom && from.includes(record.state) && ['open', 'done'].includes(states[to]?.phase ?? '')
  })
  const act = transitions[on?.key ?? '']?.label
  return act && on?.why ? { act, why: on.why } : undefined
}

/** Where nobody owes anything by a day, and nothing is mine: whose step is the next, when that is one office's. */
function awaitedBy(ledger: Ledger, record: Shown, scope: Scope, world: World): { office: Holder; act: Label } | undefined {
  const step = roadThrough(ledger, record.state).ahead[0]?.transition
  const rule = ledger.transitions[step ?? '']
  const [office, ...more] = rule ? seats(ledger, record, rule.by, world) : []
  return rule && office && more.length === 0 && !sits(scope, office) ? { office, act: rule.label } : undefined
}

/** On time, or what of it was late, nothing where nothing had a day: not the closing itself, which may come years after. */
function howClosed(record: Shown, words: PanelWords, lang: Lang): string {
  const [worst] = doneWithDay(record).sort((a, b) => b.late - a.late)
  if (!worst) return ''
  return worst.late > 0 ? words.record.partLate(besideDay(worst.duty.label)[lang], worst.late) : writeClosed(0, lang)
}

/** Its done duties that had a day, each with how many days late it was; early is less than nothing. */
function doneWithDay({ duties }: Shown): { duty: ShownDuty; late: number }[] {
  return duties.flatMap((duty) =>
    duty.state === 'done' && duty.dueOn && duty.doneOn ? [{ duty, late: daysBetween(duty.dueOn, duty.doneOn) }] : [],
  )
}
