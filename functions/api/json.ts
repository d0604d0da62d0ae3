import type { Label } from '../../shared/names.ts'
import { api } from '../../shared/words/api.ts'

const DEEPEST = 24

type Bad = { path: string; sentence: Label }

/** What is wrong with a JSON text before anybody looks at its meaning: broken, too deep, or with characters that cannot be stored. Null when fine. */
export function badText(text: string): Bad | null {
  try {
    return badValue(JSON.parse(text), [])
  } catch {
    return { path: '', sentence: api.badJson }
  }
}

function badValue(value: unknown, path: string[]): Bad | null {
  const bad = (sentence: Label): Bad => ({ path: path.join('.'), sentence })
  if (path.length > DEEPEST) return bad(api.tooDeep)
  if (typeof value === 'number') return isKeepable(value) ? null : bad(api.badNumber)
  if (typeof value === 'string') return isStorable(value) ? null : bad(api.badText)
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    if (key === '__proto__' || !isStorable(key)) return bad(api.badText)
    const fault = badValue(inner, [...path, key])
    if (fault) return fault
  }
  return null
}

/** DynamoDB refuses halves of a surrogate pair, spreadsheets refuse control characters. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !control.test(text)
}

// Beyond 2^53 a JavaScript number is no longer exact; DynamoDB refuses what is nearer to nothing than 1e-130.
const isKeepable = (number: number) => Math.abs(number) <= Number.MAX_SAFE_INTEGER && (number === 0 || Math.abs(number) >= 1e-100)
const range = (from: number, to: number) => `${String.fromCharCode(from)}-${String.fromCharCode(to)}`
const control = new RegExp(`[${range(0, 8)}${range(11, 12)}${range(14, 31)}${range(127, 127)}]`)
