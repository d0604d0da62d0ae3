import type { Label } from '../../shared/names.ts'
import { did } from '../../shared/words/sentence.ts'

/**
 * What was kept of what somebody did: who, the label of the step, and both as a sentence tells them where it was no step of a ledger; `given`: the
 * choice that was made with it.
 */
export type Done = { who: Label; step: Label; given?: Label; did?: Label }

const it: Label = { zh: '这一件', en: 'it' }

/** Who did what, as a sentence tells it: 灌南县人大已交办. `item`: named where what was done asks for it. */
export function didIn({ who, step, given, did: done }: Done, item = it): Label {
  if (!done) return along(did(who, step), given)
  return { zh: done.zh.replace('{item}', () => item.zh), en: done.en.replace('{item}', () => item.en) }
}

/** True for what cannot be said without the item. */
export const namesItem = ({ did: done }: Pick<Done, 'did'>): boolean => done?.zh.includes('{item}') ?? false

/** The step by its label, with the choice that was made by it: 反馈（满意度：不满意）. */
export const stepIn = ({ step, given }: Pick<Done, 'step' | 'given'>): Label => along(step, given)

const along = ({ zh, en }: Label, given: Label | undefined): Label =>
  given ? { zh: `${zh}（${given.zh}）`, en: `${en} (${given.en})` } : { zh, en }
