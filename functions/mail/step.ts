import type { Ledger } from '../../shared/definition/ledger.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import { type Label, labelled } from '../../shared/names.ts'
import { byItself, did, joined } from '../../shared/words/sentence.ts'
import { deeds, steps, tookBack } from '../../shared/words/steps.ts'
import type { World } from '../../shared/world.ts'
import type { Done } from './did.ts'
import { officeName } from './owed.ts'

/** An event, and where it took back others, the first of those: the step that is gone. */
export type Taken = { event: LedgerEvent; back?: LedgerEvent | undefined }

/** Who did what, as letters and the bell keep it. */
export function doneOf(ledger: Ledger, { event, back }: Taken, world: World): Done {
  const who = officeName(world, event.by.office)
  const own = ledger.transitions[event.transition]?.label
  const system = event.by.office.kind === 'system'
  const state = event.from === event.to ? undefined : ledger.states[event.to]?.label
  const given = own && givenIn(ledger, event)
  if (own) return { who, step: own, ...(given ? { given } : {}), ...(system ? { did: byItself(own, state) } : {}) }
  const undone = back && tookBack(back.transition, ledger.transitions[back.transition]?.label)
  const step = undone ?? labelled(steps[event.transition], event.transition)
  const deed = undone ?? deeds[event.transition]
  return { who, step, ...(deed ? { did: did(who, step, deed) } : {}) }
}

/** What was chosen with a step that asks for it, as far as everybody may see it; of words that somebody wrote nothing goes into a letter. */
function givenIn({ fields, transitions }: Ledger, { transition, said, changes }: LedgerEvent): Label | undefined {
  const chosen = (transitions[transition]?.asks ?? []).flatMap((key): Label[] => {
    const field = fields[key]
    const value = said[key] ?? changes[key]?.new
    const option = field?.kind === 'choice' && !field.seenBy ? field.options[String(value)] : undefined
    return field && option ? [{ zh: `${field.label.zh}：${option.zh}`, en: `${field.label.en}: ${option.en}` }] : []
  })
  return chosen.length > 0 ? joined(chosen, '，', ', ') : undefined
}
