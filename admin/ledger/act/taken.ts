import type { Label, Lang } from '../../../shared/names.ts'

type Words = {
  done: (act: string) => string
  numbered: (number: string) => string
  nowIs: (state: string, whose?: string) => string
  stop: string
}
/** A record before and after a step, as far as the sentence about the step goes. */
type Stage = { number?: string | undefined; state: Label }
/** `only`: whatever is filled in, the step leads there; `whose`: the person whose file it is, of whom nobody speaks as of an item. */
type After = Stage & { only?: boolean; whose?: string | undefined }

/** What a step has done: the step, the number that it gave, and where the record stands now, where that is another state and the step does not say so. */
export function takenSentence(act: Label, before: Partial<Stage>, after: After, words: Words, lang: Lang): string {
  const isNumbered = after.number !== undefined && after.number !== before.number
  const first = `${words.done(act[lang])}${isNumbered ? words.numbered(after.number ?? '') : ''}${words.stop}`
  return before.state?.zh === after.state.zh || tells(act, after) ? first : `${first}${words.nowIs(after.state[lang], after.whose)}`
}

/** True for 登记 of 已登记, 答复代表 of 已答复; and for 审阅 of 已阅, 发出通知 of 已通知, where what is filled in decides nothing. */
function tells(act: Label, { state, only }: After): boolean {
  const [step, result] = [act.zh, state.zh].map((text) => text.replace(/^已/, '')) as [string, string]
  if (step.startsWith(result)) return true
  const read = [...step].reduce((at, letter) => (letter === result[at] ? at + 1 : at), 0)
  return only === true && state.zh.startsWith('已') && read === result.length
}
