import type { Label } from './names.ts'

/** A county's own words for a rule: the subject of a mail that says one item, and the first line about it. Each may name the variables. */
export type Wording = { subject?: Label | undefined; line?: Label | undefined }
/** By rule: a rung (`T-3w`), or what happened (`opened`). */
export type Wordings = { [rule: string]: Wording }

/** What stands for something of the item. None of them is a person, nor says what the item contains. */
export const variables = ['item', 'number', 'title', 'duty', 'office', 'due', 'days'] as const
export type Variable = (typeof variables)[number]

/** What cannot be filled in a text: names that are no variables, and brackets that do not meet. */
export function unfillable(text: string): string[] {
  const names = [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name.trim())
  const rest = text.replace(/\{[^{}]*\}/g, '')
  const unknown = names.filter((name) => !variables.some((each) => each === name)).map((name) => `{${name}}`)
  return [...unknown, ...(/[{}]/.test(rest) ? ['{'] : [])]
}

/** The wording of a rule; a rung that repeats has the words of its first time. */
export function wordingOf(wordings: Wordings | undefined, rule: string): Wording | undefined {
  const name = rule.replace(/#\d+$/, '')
  return wordings && Object.hasOwn(wordings, name) ? wordings[name] : undefined
}
