import type { Label } from '../names.ts'
import { unfilled } from './gate/filled.ts'
import type { Ledger } from './ledger.ts'

/**
 * The same ledger under a key and a name of its own, to begin another one from: what refers to its own records refers to those of the copy. What only other
 * ledgers fill, nobody fills in the copy: such a field is out of use there, since a definition with a field for nobody is not published.
 */
export function copyOf(ledger: Ledger, key: string, label: Label): Ledger {
  const own: Ledger = JSON.parse(
    JSON.stringify({ ...ledger, key })
      .replaceAll(`"ledger":"${ledger.key}"`, `"ledger":"${key}"`)
      .replaceAll(`"of":"${ledger.key}"`, `"of":"${key}"`)
      .replaceAll(`"children":"${ledger.key}"`, `"children":"${key}"`),
  )
  const idle = unfilled(own)
  const fields = Object.entries(own.fields).map(([name, field]) => [name, idle.includes(name) ? { ...field, retired: true } : field])
  return { ...own, label, fields: Object.fromEntries(fields) }
}
