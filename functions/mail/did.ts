import type { Label } from '../../shared/names.ts'
import { did } from '../../shared/words/sentence.ts'

/** What was kept of what somebody did: who, the label of the step, and both as a sentence tells them where it was no step of a ledger. */
export type Done = { who: Label; step: Label; did?: Label }

const it: Label = { zh: '这一件', en: 'it' }

/** Who did what, as a sentence tells it: 灌南县人大已交办. `item`: named where what was done asks for it. */
export function didIn({ who, step, did: done }: Done, item = it): Label {
  if (!done) return did(who, step)
  return { zh: done.zh.replace('{item}', () => item.zh), en: done.en.replace('{item}', () => item.en) }
}

/** True for what cannot be said without the item. */
export const namesItem = ({ did: done }: Pick<Done, 'did'>): boolean => done?.zh.includes('{item}') ?? false
