import type * as z from 'zod'
import type { Label, Lang } from '../../shared/names.ts'
import type { InputError } from './problem.ts'

type Issue = z.core.$ZodIssue

/** What a schema found wrong with what was `given`, one entry a fault, in the caller's language. A list of unknown keys gives one each. */
export function faultsOf(issues: readonly Issue[], given: unknown, lang: Lang): InputError[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map(String)
    if (issue.code === 'unrecognized_keys') {
      return unknownKeys(
        issue.keys.map((key) => [...path, key].join('.')),
        lang,
      )
    }
    return [{ path: path.join('.'), message: sentence(issue, valueAt(given, path))[lang] }]
  })
}

/** Names that mean nothing here. */
export function unknownKeys(paths: string[], lang: Lang): InputError[] {
  return paths.map((path) => ({ path, message: unknownKey[lang] }))
}

/** What a schema found in one place, as a sentence. */
export const issueSentence = (issue: Issue, given: unknown): Label => sentence(issue, valueAt(given, issue.path.map(String)))

function valueAt(given: unknown, path: string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined),
    given,
  )
}

const unknownKey: Label = { zh: '没有这一项。', en: 'There is no such item.' }
const types: Record<string, Label> = {
  string: { zh: '这里要写文字。', en: 'This must be text.' },
  number: { zh: '这里要写数字。', en: 'This must be a number.' },
  int: { zh: '这里要写整数。', en: 'This must be a whole number.' },
  boolean: { zh: '这里要写 true 或 false。', en: 'This must be true or false.' },
  array: { zh: '这里要写列表。', en: 'This must be a list.' },
  object: { zh: '这里要写对象。', en: 'This must be an object.' },
  record: { zh: '这里要写对象。', en: 'This must be an object.' },
}
const single = ['string', 'number', 'int', 'boolean']

function sentence(issue: Issue, value: unknown): Label {
  if (issue.code === 'invalid_type') {
    if (value === undefined) return { zh: '这一项还没有填。', en: 'This is missing.' }
    if (Array.isArray(value) && single.includes(issue.expected)) return { zh: '这里只能写一个值。', en: 'This takes one value only.' }
    return types[issue.expected] ?? { zh: '这里的内容不对。', en: 'This is not right.' }
  }
  if (issue.code === 'too_small') return bound(issue.origin, `${issue.minimum}`, true)
  if (issue.code === 'too_big') return bound(issue.origin, `${issue.maximum}`, false)
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String)
    return { zh: `只能是：${values.join('、')}。`, en: `Must be one of: ${values.join(', ')}.` }
  }
  if (issue.code === 'invalid_format' && issue.format === 'email') {
    return { zh: '邮箱地址写得不对。', en: 'This is not an e-mail address.' }
  }
  const said: unknown = 'params' in issue ? issue.params?.sentence : undefined
  if (isLabel(said)) return said
  return { zh: '这里的内容不对。', en: issue.message }
}

function bound(origin: string, limit: string, low: boolean): Label {
  if (origin === 'string') {
    if (low && limit === '1') return { zh: '这一项还没有填。', en: 'This is missing.' }
    return low
      ? { zh: `至少 ${limit} 个字。`, en: `At least ${limit} characters.` }
      : { zh: `最多 ${limit} 个字。`, en: `At most ${limit} characters.` }
  }
  if (origin === 'array')
    return low ? { zh: `至少 ${limit} 项。`, en: `At least ${limit}.` } : { zh: `最多 ${limit} 项。`, en: `At most ${limit}.` }
  return low ? { zh: `不能小于 ${limit}。`, en: `Not below ${limit}.` } : { zh: `不能大于 ${limit}。`, en: `Not above ${limit}.` }
}

function isLabel(value: unknown): value is Label {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
}
