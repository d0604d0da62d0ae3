import type { Ledger } from '../definition/ledger.ts'
import type { LedgerEvent } from '../event.ts'
import type { Data } from '../record.ts'
import type { Fault } from '../refusal.ts'

/** What one record holds in a field of files, all acts together. */
const MOST = 500

/**
 * Attachments that an act brings are laid to those that the record holds already: an act replaces none and takes none away. In: the record's values before and
 * what the act writes; out: what it writes with the attachments added, and a fault (422) where the record would hold more than it can.
 */
export function layAttachments(ledger: Ledger, before: Data, written: Data, path: string): { data: Data; faults: Fault[] } {
  const faults: Fault[] = []
  const data = Object.entries(written).flatMap(([key, value]): [string, Data[string]][] => {
    const field = ledger.fields[key]
    if (field?.kind !== 'files') return [[key, value]]
    if (!Array.isArray(value)) return []
    const held = ids(before[key])
    const all = [...new Set([...held, ...ids(value)])]
    if (all.length > MOST) {
      const { zh, en } = field.label
      const message = {
        zh: `${zh}已有 ${held.length} 个，最多 ${MOST} 个。`,
        en: `${en}: ${held.length} are there already, ${MOST} at most.`,
      }
      faults.push({ path: `${path}.${key}`, code: 'bad', message })
    }
    return [[key, all]]
  })
  return { data: Object.fromEntries(data), faults }
}

/** The files that an event brought, by field: what an act laid to the record, and what stands in the event alone. */
export function broughtBy(ledger: Ledger, { changes, said }: Pick<LedgerEvent, 'changes' | 'said'>): { [field: string]: string[] } {
  const laid = Object.entries(changes).map(([key, { old, new: now }]) => [key, ids(now).filter((id) => !ids(old).includes(id))] as const)
  const all = [...laid, ...Object.entries(said).map(([key, value]) => [key, ids(value)] as const)]
  return Object.fromEntries(all.filter(([key, files]) => ledger.fields[key]?.kind === 'files' && files.length > 0))
}

/** The transition that each file came with, by its id, as the events tell: what was taken away and came again, by the last. What came with the record itself has none. */
export function stepsOfFiles(ledger: Ledger, events: LedgerEvent[]): Map<string, string> {
  return new Map(
    events.flatMap((event) => Object.values(broughtBy(ledger, event)).flatMap((ids) => ids.map((id) => [id, event.transition] as const))),
  )
}

const ids = (value: unknown): string[] => (Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [])
