import type { Label, Lang } from '../names.ts'
import { namesOf } from '../wording.ts'

/** A text that is filled with variables names others. */
export const unknownVariable = (bad: string[]): Label => ({
  zh: `${bad.join('、')} 不能填。可以用的变量：${braced('zh').join('、')}。`,
  en: `${bad.join(', ')} cannot be filled. Variables: ${braced('en').join(', ')}.`,
})

const braced = (lang: Lang): string[] => namesOf(lang).map((name) => `{${name}}`)
