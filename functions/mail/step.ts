import type { Ledger, Transition } from '../../shared/definition/ledger.ts'
import { isForOrAgainst } from '../../shared/definition/options.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import { type Label, labelled } from '../../shared/names.ts'
import type { Data } from '../../shared/record.ts'
import { cameTo, choiceMade } from '../../shared/words/outcome.ts'
import { byItself, did, joined } from '../../shared/words/sentence.ts'
import { deeds, entered, steps, tookBack } from '../../shared/words/steps.ts'
import type { World } from '../../shared/world.ts'
import type { Done } from './did.ts'
import { officeName } from './office-name.ts'

/** An event, and where it took back others, the first of those: the step that is gone. */
export type Taken = { event: LedgerEvent; back?: LedgerEvent | undefined }

/** Who did what, as letters and the bell keep it. `data`: of the record, for a result that votes of before had. */
export function doneOf(ledger: Ledger, { event, back }: Taken, world: World, data?: Data): Done {
  const who = officeName(world, event.by.office)
  const rule = ledger.transitions[event.transition]
  const own = rule?.label
  const system = event.by.office.kind === 'system'
  const state = event.from === event.to ? undefined : ledger.states[event.to]?.label
  const parts = own ? [givenIn(ledger, event), outcomeOf(ledger, event, data)].filter((part) => part !== undefined) : []
  const given = parts.length > 0 ? joined(parts, '，', ', ') : undefined
  if (own)
    return {
      who,
      step: own,
      ...(given ? { given } : {}),
      ...(system
        ? {
            did: byItself(
              own,
              state,
              rule?.by.every((word) => word === 'system'),
            ),
          }
        : {}),
    }
  const undone = back && tookBack(back.transition, ledger.transitions[back.transition]?.label)
  const step = undone ?? labelled(steps[event.transition], event.transition)
  const deed = undone ?? (event.transition === 'create' ? entered(ledger.begins) : deeds[event.transition])
  return { who, step, ...(deed ? { did: did(who, step, deed) } : {}) }
}

/** What was decided with a step that asks for it, as far as everybody may see it; of words that somebody wrote nothing goes into a letter. */
function givenIn({ fields, transitions }: Ledger, { transition, said, changes }: LedgerEvent): Label | undefined {
  const chosen = (transitions[transition]?.asks ?? []).flatMap((key): Label[] => {
    const field = fields[key]
    const value = said[key] ?? changes[key]?.new
    if (!field || field.seenBy) return []
    const option = field.kind === 'choice' ? field.options[String(value)] : undefined
    return option
      ? [choiceMade(field.label, option)]
      : field.kind === 'yesno' && typeof value === 'boolean'
        ? [choiceMade(field.label, value === true)]
        : []
  })
  return chosen.length > 0 ? joined(chosen, '，', ', ') : undefined
}

/** What came of a step that can end in several ways by more than what it asks: the grade that was voted, else the state that it led to. */
function outcomeOf(ledger: Ledger, { transition, changes, from, to }: LedgerEvent, data: Data = {}): Label | undefined {
  const rule = ledger.transitions[transition]
  if (!rule || endsOf(rule).length < 2) return undefined
  const judged = (rule.branches ?? []).flatMap(({ when }) => when.map((each) => ('field' in each ? each.field : '')))
  const isTold = (key: string) =>
    rule.asks?.includes(key) && ['choice', 'yesno'].includes(ledger.fields[key]?.kind ?? '') && !ledger.fields[key]?.seenBy
  if (judged.every(isTold)) return undefined
  for (const key of judged) {
    const field = ledger.fields[key]
    const ballot = field?.kind === 'computed' && field.value.as === 'ballot' ? ledger.fields[field.value.of] : undefined
    // For or against is told better by the state: 未批准.
    if (!field || ballot?.kind !== 'ballot' || ballot.seenBy || isForOrAgainst(ballot)) continue
    const option = ballot.options[String(changes[key]?.new ?? data[key])]
    if (option) return choiceMade(field.label, option)
  }
  const state = from === to ? undefined : ledger.states[to]?.label
  return state && cameTo(state)
}

/** The states to which a step can lead; one that leaves the item where it is, is a way of its own. */
const endsOf = ({ to, branches = [] }: Transition): string[] =>
  [...new Set([to, ...branches.map((branch) => branch.to ?? to)])].map((end) => end ?? '')
