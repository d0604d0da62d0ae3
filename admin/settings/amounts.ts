import type { Due } from '../../shared/definition/due.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'

export type Unit = 'workdays' | 'days' | 'months'
/** A number in a duty's rule that a county may change: its way into the definition, its unit, whether it is the cap. Null while it is written. */
export type Amount = { duty: string; path: (string | number)[]; unit: Unit; value: number | null; cap: boolean }

const units: Unit[] = ['workdays', 'days', 'months']

/** Every length of every duty of a ledger; lengths that come from a field are the record's own, and left out. */
export function amountsOf(ledger: Ledger): Amount[] {
  return Object.entries(ledger.duties).flatMap(([duty, rule]) => [
    ...within(rule.due, ['duties', duty, 'due']).map((found) => ({ ...found, duty, cap: false })),
    ...(rule.cap ? within(rule.cap as Due, ['duties', duty, 'cap']).map((found) => ({ ...found, duty, cap: true })) : []),
  ])
}

function within(due: Due, path: (string | number)[]): Pick<Amount, 'path' | 'unit' | 'value'>[] {
  if ('first' in due) return due.first.flatMap((each, at) => within(each, [...path, 'first', at]))
  if ('earliest' in due) return due.earliest.flatMap((each, at) => within(each, [...path, 'earliest', at]))
  return units.flatMap((unit) => {
    const value = (due as Record<string, unknown>)[unit]
    return typeof value === 'number' || value === null ? [{ path: [...path, unit], unit, value }] : []
  })
}

const MOST = 3660

/** A whole number as people write it, in full width too; null for what is none, so that nothing else is ever taken for it. */
export function readAmount(text: string): number | null {
  const plain = text.normalize('NFKC').trim()
  return /^\d{1,4}$/.test(plain) && Number(plain) <= MOST ? Number(plain) : null
}

/** A copy of a definition with one value changed. */
export function withValue<T>(whole: T, path: (string | number)[], value: unknown): T {
  const [head, ...rest] = path
  if (head === undefined) return value as T
  if (Array.isArray(whole)) return whole.map((each, at) => (at === head ? withValue(each, rest, value) : each)) as T
  return { ...whole, [head]: withValue((whole as Record<string | number, unknown>)[head], rest, value) }
}
