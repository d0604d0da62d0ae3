/** What names of ledgers, fields, states, transitions, duties and offices are made of. They form stored keys, so the alphabet never widens. */
export const KEY = '[a-z][a-zA-Z0-9-]{0,39}'

/** True for a text that may name a ledger, field, state, transition, duty or office. */
export function isKey(text: string): boolean {
  return new RegExp(`^${KEY}$`).test(text) && !speaksOfInherited(text)
}

/**
 * True where a name, or the name in a reference (`@field`, `each.column`), is one that every object has by itself, such as `constructor`: looked up in a
 * record, it would be found where nothing is. Nothing may be called so.
 */
export function speaksOfInherited(text: string): boolean {
  return text.split(/[@.:?]/).some((name) => name in Object.prototype)
}

/** A label in both languages; neither may be blank. */
export type Label = { zh: string; en: string }

export type Lang = keyof Label

/** A label that may be missing: the key stands in. */
export const labelled = (label: Label | undefined, key: string): Label => label ?? { zh: key, en: key }

/** Several labels in one. */
export const listed = (labels: Label[]): Label => ({ zh: labels.map(({ zh }) => zh).join('、'), en: labels.map(({ en }) => en).join(', ') })

const day = /^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/

/** True for a real day of 1900 to 2199 written `2026-03-02`; 30 February is not one, and what lies further off is a slip of the pen. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !day.test(value)) return false
  const at = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value)
}

/** Headers of every record; no field may take one of these names. */
export const headers = [
  'id',
  'ledger',
  'number',
  'township',
  'state',
  'year',
  'version',
  'createdAt',
  'updatedAt',
  'createdBy',
  'overdue',
  'dueOn',
  'parent',
  'duties',
  'data',
] as const

/** First words of the panel's and the server's own addresses; no ledger may take one as its key. */
export const reservedKeys = [
  'api',
  'county',
  'all',
  'import',
  'notices',
  'forecast',
  'accounts',
  'offices',
  'calendar',
  'terms',
  'settings',
  'log',
  'help',
  'login',
  'new-password',
  'forgot',
  'act',
  'auth-callback',
  'access-denied',
  'authentication-error',
  'create',
  'assets',
  'today',
  'papers',
] as const
