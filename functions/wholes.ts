import type { Ledger } from '../shared/definition/ledger.ts'
import { heading } from '../shared/heading.ts'
import type { LedgerRecord } from '../shared/record.ts'
import type { Scope } from '../shared/scope.ts'
import { readMany } from './store/records.ts'

/** What something is a part of, as it is called, with the record and its ledger. */
export type Whole = { number: string | undefined; heading: string; record: LedgerRecord; ledger: Ledger }

/**
 * What the parts among these records are parts of, by the id of each whole, as far as the scope reads it: one read for all of them, none where there is
 * no part.
 */
export async function wholesOf(
  scope: Scope,
  records: LedgerRecord[],
  ledgerOf: (key: string) => Ledger | undefined,
): Promise<Map<string, Whole>> {
  const refs = records.flatMap(({ ledger, parent }) => (parent && ledgerOf(ledger)?.part ? [parent] : []))
  if (refs.length === 0) return new Map()
  const once = [...new Map(refs.map((ref) => [`${ref.ledger}#${ref.id}`, ref])).values()]
  const found = await readMany(scope, once, { eventual: true })
  return new Map(
    found.flatMap((record) => {
      const ledger = ledgerOf(record.ledger)
      return ledger ? [[record.id, { number: record.number, heading: heading(ledger, record), record, ledger }] as const] : []
    }),
  )
}
