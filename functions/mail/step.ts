import { writeDay } from '../../shared/deadline/days.ts'
import type { Ledger, Transition } from '../../shared/definition/ledger.ts'
import { textIn } from '../../shared/definition/lines.ts'
import { isForOrAgainst } from '../../shared/definition/options.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import { heading } from '../../shared/heading.ts'
import { isDay, type Label, type Lang, labelled } from '../../shared/names.ts'
import type { Data, LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import { titled } from '../../shared/spoken.ts'
import { oneLine } from '../../shared/text.ts'
import { mailWords } from '../../shared/words/mail.ts'
import { cameTo, choiceMade, found } from '../../shared/words/outcome.ts'
import { did, joined } from '../../shared/words/sentence.ts'
import { deeds, entered, steps } from '../../shared/words/steps.ts'
import { byItself, tookBack } from '../../shared/words/taken.ts'
import type { World } from '../../shared/world.ts'
import type { Done } from './did.ts'
import { officeName } from './office-name.ts'

/** An event, and where it took back others, the first of those: the step that is gone. */
export type Taken = { event: LedgerEvent; back?: LedgerEvent | undefined }

/** Who did what, as letters and the bell keep it. `record`: for a result that votes of before had, and for what names it. `reader`: he who is written to. */
export function doneOf(ledger: Ledger, { event, back }: Taken, world: World, record?: LedgerRecord, reader?: Scope['office']): Done {
  const who = actor(event, world, reader)
  const rule = ledger.transitions[event.transition]
  if (rule) {
    const told = phrased(ledger, record, rule.told)
    if (told) return { who, step: rule.label, did: did(who, rule.label, told) }
    if (event.by.office.kind !== 'system') return { who, step: rule.label, ...outcome(ledger, event, record?.data) }
    const state = event.from === event.to ? undefined : ledger.states[event.to]?.label
    const alone = rule.by.every((word) => word === 'system')
    return { who, step: rule.label, did: byItself(rule.label, state, alone) }
  }
  const undone = back && tookBack(back.transition, ledger.transitions[back.transition]?.label)
  const step = undone ?? labelled(steps[event.transition], event.transition)
  const begun = event.transition === 'create' && phrased(ledger, record, ledger.begins)
  if (begun) return { who, step, did: did(who, step, begun), named: true }
  const deed = undone ?? (event.transition === 'create' ? entered(ledger.begins) : deeds[event.transition])
  return { who, step, ...(deed ? { did: did(who, step, deed) } : {}) }
}

/** Who acted, by no person's name: to somebody of the same office a colleague. */
function actor({ by: { office } }: LedgerEvent, world: World, reader: Scope['office'] | undefined): Label {
  return reader?.kind === office.kind && reader.id === office.id ? mailWords.colleague : officeName(world, office)
}

/** What was decided with a step and what came of it: of each thing once, the choices in one, what was found in a clause of its own. */
function outcome(ledger: Ledger, event: LedgerEvent, data: Data | undefined): Pick<Done, 'given' | 'found'> {
  const [choices, findings] = givenIn(ledger, event)
  const end = outcomeOf(ledger, event, data)
  const clauses = [...findings, ...(end && !end.choice ? [end.told] : [])]
  const given = [...choices, ...(end?.choice ? [end.told] : [])]
  return {
    ...(given.length > 0 ? { given: joined(given, '，', ', ') } : {}),
    ...(clauses.length > 0 ? { found: joined(clauses, '，', ', ') } : {}),
  }
}

/** What was decided with a step that asks for it, as far as everybody may see it: choices, and what was found; of words that somebody wrote nothing goes into a letter. */
function givenIn({ fields, transitions }: Ledger, { transition, said, changes }: LedgerEvent): [choices: Label[], findings: Label[]] {
  const [choices, findings]: [Label[], Label[]] = [[], []]
  for (const ask of transitions[transition]?.asks ?? []) {
    const key = ask.replace('?', '')
    const field = fields[key]
    const value = said[key] ?? changes[key]?.new
    if (!field || field.seenBy) continue
    if (field.kind === 'choice') {
      const option = field.options[String(value)]
      if (option && key === ask) choices.push(choiceMade(field.label, option))
    } else if (field.kind === 'yesno' && typeof value === 'boolean' && (value || key === ask)) findings.push(found(field.label, value))
  }
  return [choices, findings]
}

/** What came of a step that can end in several ways by more than what it asks: the grade that was voted, else the state that it led to. */
function outcomeOf(ledger: Ledger, event: LedgerEvent, data: Data = {}): { told: Label; choice?: true } | undefined {
  const { transition, changes, said, from, to } = event
  const rule = ledger.transitions[transition]
  if (!rule || endsOf(rule).length < 2) return undefined
  const isTold = (key: string) =>
    rule.asks?.includes(key) && ['choice', 'yesno'].includes(ledger.fields[key]?.kind ?? '') && !ledger.fields[key]?.seenBy
  // As long as only what is told decides, the way is told with it.
  for (const { when } of rule.branches ?? []) {
    const asked = when.flatMap((each) => ('field' in each && isTold(each.field) && each.is !== undefined ? [each] : []))
    const holds = asked.every(({ field, is }) => [is].flat().includes((said[field] ?? changes[field]?.new) as never))
    if (asked.length === when.length && holds) return undefined
    if (asked.length < when.length && holds) return byVote(ledger, rule, changes, data) ?? stateOf(ledger, from, to)
  }
  return undefined
}

function byVote(
  { fields }: Ledger,
  { branches = [] }: Transition,
  changes: LedgerEvent['changes'],
  data: Data,
): { told: Label; choice: true } | undefined {
  for (const key of branches.flatMap(({ when }) => when.map((each) => ('field' in each ? each.field : '')))) {
    const field = fields[key]
    const ballot = field?.kind === 'computed' && field.value.as === 'ballot' ? fields[field.value.of] : undefined
    // For or against is told better by the state: 未批准.
    if (!field || ballot?.kind !== 'ballot' || ballot.seenBy || isForOrAgainst(ballot)) continue
    const option = ballot.options[String(changes[key]?.new ?? data[key])]
    if (option) return { told: choiceMade(field.label, option), choice: true }
  }
  return undefined
}

function stateOf({ states }: Ledger, from: string | null, to: string): { told: Label } | undefined {
  const state = from === to ? undefined : states[to]?.label
  return state && { told: cameTo(state) }
}

/**
 * A phrase of the ledger with its texts in it: 通知列席{title}（{@meetingOn}，{@place}）. What stands behind a comma is left out with its text; undefined where another
 * is missing, and of a word.
 */
function phrased(ledger: Ledger, record: LedgerRecord | undefined, phrase: Label | undefined): Label | undefined {
  if (!record || !phrase?.zh.includes('{')) return undefined
  const title = titled(heading(ledger, record), ledger)
  const text = (key: string, lang: Lang) => {
    const value = ledger.fields[key]?.seenBy ? undefined : record.data[key]
    return isDay(value) ? writeDay(value, lang, { weekday: false }) : typeof value === 'string' ? oneLine(value) : ''
  }
  const said = (lang: Lang) =>
    phrase[lang]
      .replace(/[，,]([^，,{}]*)\{@([\w-]+)\}/g, (all, _, key: string) => (text(key, lang) ? all : ''))
      .replace(textIn, (whole, key: string) => text(key, lang) || whole)
      .replace('{title}', () => title[lang])
  const [zh, en] = [said('zh'), said('en')]
  return /\{(@|title)/.test(zh + en) ? undefined : { zh, en }
}

/** The states to which a step can lead; one that leaves the item where it is, is a way of its own. */
const endsOf = ({ to, branches = [] }: Transition): string[] =>
  [...new Set([to, ...branches.map((branch) => branch.to ?? to)])].map((end) => end ?? '')
