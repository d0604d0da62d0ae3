import type { Label } from '../../shared/names.ts'
import { did, joined } from '../../shared/words/sentence.ts'

/**
 * What was kept of what somebody did: who, the label of the step, and both as a sentence tells them where it was no step of a ledger; `given`: the
 * choice that was made with it, `found`: what came of it, in a clause, `named`: the sentence names the item.
 */
export type Done = { who: Label; step: Label; given?: Label; found?: Label; did?: Label; named?: true }

const it: Label = { zh: '这一件', en: 'it' }

/** Who did what, as a sentence tells it: 灌南县人大已交办. `item`: named where what was done asks for it. */
export function didIn({ who, step, given, found, did: done }: Done, item = it): Label {
  if (!done) return along(did(who, step), given, found)
  return { zh: done.zh.replace('{item}', () => item.zh), en: done.en.replace('{item}', () => item.en) }
}

/** True for what cannot be said without the item. */
export const namesItem = ({ did: done, named }: Pick<Done, 'did' | 'named'>): boolean => named ?? done?.zh.includes('{item}') ?? false

/** The step by its label, with the choice that was made by it: 反馈（满意度：不满意）; 核查整改，整改未到位. */
export const stepIn = ({ step, given, found }: Pick<Done, 'step' | 'given' | 'found'>): Label => along(step, given, found)

function along({ zh, en }: Label, given: Label | undefined, found: Label | undefined): Label {
  const chosen = given ? { zh: `${zh}（${given.zh}）`, en: `${en} (${given.en})` } : { zh, en }
  return found ? joined([chosen, found], '，', ', ') : chosen
}
