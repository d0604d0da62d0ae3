import type { Label, Lang } from './names.ts'

/** A county's own words for a rule: the subject of its mail (of several items, what is due first gives it), and the first line about each. Each may name the variables. */
export type Wording = { subject?: Label | undefined; line?: Label | undefined }
/** By rule: a rung (`T-3w`), or what happened (`opened`). */
export type Wordings = { [rule: string]: Wording }

/** What stands for something of the item, with its Chinese name: a text may use either. None of them is a person, nor says what the item contains. */
const chinese = { item: '事项', number: '编号', title: '标题', duty: '待办', office: '承办单位', due: '期限', days: '剩余天数' }
export type Variable = keyof typeof chinese
export const variables = Object.keys(chinese) as Variable[]

/** The variable of a name, in whichever language it is written. */
export function variableOf(name: string): Variable | undefined {
  const written = name.trim()
  return variables.find((each) => each === written || chinese[each] === written)
}

/** The names of all variables in a language. */
export function namesOf(lang: Lang): string[] {
  return variables.map((name) => (lang === 'zh' ? chinese[name] : name))
}

/** What cannot be filled in a text: names that are no variables, and brackets that do not meet. */
export function unfillable(text: string): string[] {
  const names = [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name.trim())
  const rest = text.replace(/\{[^{}]*\}/g, '')
  const unknown = names.filter((name) => variableOf(name) === undefined).map((name) => `{${name}}`)
  return [...unknown, ...(/[{}]/.test(rest) ? ['{'] : [])]
}
