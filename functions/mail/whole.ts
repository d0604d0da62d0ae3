import type { Ledger } from '../../shared/definition/ledger.ts'
import { heading, wholeCalled } from '../../shared/heading.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { titled } from '../../shared/spoken.ts'
import { definitions } from '../catalogue.ts'
import { systemScope } from '../store/system-scope.ts'
import { type Whole, wholesOf } from '../wholes.ts'

/** A record with what it is a part of, in words; these are never stored with it. */
export type Part = LedgerRecord & { whole?: string }

/** These records, each part with its whole; of a whole that not everybody reads who reads the part, nothing is said. */
export async function withWholes(records: LedgerRecord[], ledgers: Map<string, Ledger>): Promise<Part[]> {
  const wholes = await wholesOf(systemScope(), records, (key) => ledgers.get(key))
  return records.map((record): Part => {
    const [ledger, whole] = [ledgers.get(record.ledger), record.parent && wholes.get(record.parent.id)]
    if (!ledger || !whole || !record.readers.every((reader) => whole.record.readers.includes(reader))) return record
    const said = wholeCalled(ledger, { heading: heading(ledger, record) }, whole)
    return said === undefined ? record : { ...record, whole: wholeSaid(said, whole) }
  })
}

/** A title is one beside what is a part of it too: 《渔业法》：码头没有公示. */
export const wholeSaid = (said: string, { number = '', heading, ledger }: Whole): string =>
  ledger.spoken?.title && heading !== number ? `${number}${titled(heading, ledger).zh}` : said

/** The same by the definitions in force; nothing is read where nothing is a part. */
export async function inWholes(records: LedgerRecord[]): Promise<Part[]> {
  if (records.every(({ parent }) => !parent)) return records
  return withWholes(records, new Map((await definitions(systemScope())).map(({ ledger }) => [ledger.key, ledger])))
}

/** The same of one record. */
export async function inWhole(record: LedgerRecord): Promise<Part> {
  return (await inWholes([record]))[0] ?? record
}
