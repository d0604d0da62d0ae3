import type { Label, Lang } from '../../../shared/names.ts'

type Words = { done: (act: string) => string; numbered: (number: string) => string; nowIs: (state: string) => string; stop: string }
/** A record before and after a step, as far as the sentence about the step goes. */
type Stage = { number?: string | undefined; state: Label }

/** What a step has done: the step, the number that it gave, and where the record stands now, unless the step says it: 已登记 after 登记, 已答复 after 答复代表. */
export function takenSentence(act: Label, before: Pick<Stage, 'number'>, after: Stage, words: Words, lang: Lang): string {
  const isNumbered = after.number !== undefined && after.number !== before.number
  const isSame = act.zh.replace(/^已/, '').startsWith(after.state.zh.replace(/^已/, ''))
  const first = `${words.done(act[lang])}${isNumbered ? words.numbered(after.number ?? '') : ''}${words.stop}`
  return isSame ? first : `${first}${words.nowIs(after.state[lang])}`
}
