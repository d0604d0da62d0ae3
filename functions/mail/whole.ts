import type { Ledger } from '../../shared/definition/ledger.ts'
import { heading, wholeOf } from '../../shared/heading.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { definitions } from '../catalogue.ts'
import { readMany } from '../store/records.ts'
import { systemScope } from '../store/system-scope.ts'

/** A record with what it is a part of, in words; these are never stored with it. */
export type Part = LedgerRecord & { whole?: string }

/** The same of one record. */
export async function inWhole(record: LedgerRecord): Promise<Part> {
  if (!record.parent) return record
  const ledgers = new Map((await definitions(systemScope())).map(({ ledger }) => [ledger.key, ledger]))
  return (await withWholes([record], ledgers))[0] ?? record
}

/** The same records, each part with its whole; of a whole that not everybody reads who reads the part, nothing is said. */
export async function withWholes(records: LedgerRecord[], ledgers: Map<string, Ledger>): Promise<Part[]> {
  const refs = records.flatMap(({ ledger, parent }) => (parent && ledgers.get(ledger)?.part ? [parent] : []))
  if (refs.length === 0) return records
  const once = [...new Map(refs.map((ref) => [`${ref.ledger}#${ref.id}`, ref])).values()]
  const wholes = new Map((await readMany(systemScope(), once, { eventual: true })).map((record) => [record.id, record]))
  return records.map((record): Part => {
    const [ledger, whole] = [ledgers.get(record.ledger), record.parent && wholes.get(record.parent.id)]
    const over = whole && ledgers.get(whole.ledger)
    if (!ledger || !over || !record.readers.every((reader) => whole.readers.includes(reader))) return record
    const { number } = whole
    const said = wholeOf(ledger, { heading: heading(ledger, record) }, { number, heading: heading(over, whole) })
    return said === undefined ? record : { ...record, whole: said }
  })
}
