import type { Ledger } from '../../shared/definition/ledger.ts'
import { broughtBy } from '../../shared/engine/attachments.ts'
import type { LedgerEvent } from '../../shared/event.ts'

/** The ids of files that these values name, in fields of the kind `files`; `hidden` fields are left out. */
export function filesIn(ledger: Ledger, data: Record<string, unknown>, hidden: string[] = []): string[] {
  return Object.entries(ledger.fields).flatMap(([key, field]) => {
    const value = data[key]
    if (field.kind !== 'files' || hidden.includes(key) || !Array.isArray(value)) return []
    return value.filter((id) => typeof id === 'string')
  })
}

/** The ids of files that acts brought, or that came back on paper, by their events; what a form or an edit brought is the record's alone. */
export function filesBrought(ledger: Ledger, events: LedgerEvent[], hidden: string[] = []): string[] {
  const acts = events.filter(({ transition }) => transition === 'scan' || Object.hasOwn(ledger.transitions, transition))
  return acts.flatMap((event) => filesIn(ledger, broughtBy(ledger, event), hidden))
}
