import type { Ledger } from '../../shared/definition/ledger.ts'

/** The ids of files that these values name, in fields of the kind `files`; `hidden` fields are left out. */
export function filesIn(ledger: Ledger, data: Record<string, unknown>, hidden: string[] = []): string[] {
  return Object.entries(ledger.fields).flatMap(([key, field]) => {
    const value = data[key]
    if (field.kind !== 'files' || hidden.includes(key) || !Array.isArray(value)) return []
    return value.filter((id) => typeof id === 'string')
  })
}
