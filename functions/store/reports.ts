import { addDays } from '../../shared/deadline/calendar.ts'
import type { Scope } from '../../shared/scope.ts'
import { at } from './at.ts'
import { type Book, bookWrites } from './issued.ts'
import { getItem, type Item, query, queryPage } from './table.ts'
import { transactItems, type Write } from './transaction.ts'

/** A record in a report: in which version, and what it was counted under. `ledger`: where it is another than the report's own. */
export type Counted = { id: string; ledger?: string; version: number; state: string; by: { [field: string]: string[] } }
/** A report as it was made for a day, for ever: of which records, and the hash of its file. `series`: what makes two of them the same report for other days. */
export type Report = {
  id: string
  organ: string
  series: string
  ledger: string
  paper: string
  label: { zh: string; en: string }
  day: string
  asked: { [filter: string]: unknown }
  at: string
  by: { id: string; name: string }
  name: string
  type: string
  hash: string
  count: number
  fields: string[]
  number?: Book & { no: number }
}

const bookOf = (organ: string) => at('REPORTS', organ)
const partsOf = (id: string) => at('REPORT', id)
/** What one item of the table holds is 400 KB. */
const PART = 300_000
/** The largest file of a report. */
export const MOST_BYTES = 2_400_000

/** Stores a report with its set and its file, all or nothing. False when its number was given to another meanwhile, or it is there already. */
export async function keepReport(_scope: Scope, report: Report, of: Counted[], file: Buffer): Promise<boolean> {
  const set = Buffer.from(JSON.stringify(of))
  const parts = (name: string, bytes: Buffer): Write[] =>
    Array.from({ length: Math.ceil(bytes.length / PART) }, (_, place) => ({
      what: 'report',
      put: {
        pk: partsOf(report.id),
        sk: `${name}${String(place).padStart(2, '0')}`,
        bytes: bytes.subarray(place * PART, (place + 1) * PART),
      },
      absent: true as const,
    }))
  const { number } = report
  return !(await transactItems([
    { what: 'report', put: { ...report, pk: partsOf(report.id), sk: 'A' }, absent: true },
    { what: 'report', put: { ...report, pk: bookOf(report.organ), sk: `${report.day}#${report.id}` }, absent: true },
    { what: 'report', put: { pk: at('REPORTSOF', report.series), sk: report.day, id: report.id }, absent: true },
    ...parts('S', set),
    ...parts('T', file),
    ...(number
      ? bookWrites({
          ...number,
          paper: report.paper,
          label: report.label,
          ledger: report.ledger,
          id: report.id,
          edition: 1,
          on: report.day,
          at: report.at,
          by: report.by,
          name: report.name,
          hash: report.hash,
          report: true,
          of: [],
        })
      : []),
  ]))
}

/** A report by its id, without set and file. Whether somebody may have it is judged by who asks. */
export async function reportById(_scope: Scope, id: string): Promise<Report | null> {
  const item = await getItem<Item>({ pk: partsOf(id), sk: 'A' })
  return item ? read(item) : null
}

/** The records that a report tells of, as they stood. */
export async function setOf(_scope: Scope, id: string): Promise<Counted[]> {
  return JSON.parse((await joined(id, 'S')).toString()) as Counted[]
}

/** The file of a report, to the byte. */
export async function fileOf(_scope: Scope, id: string): Promise<Buffer> {
  return joined(id, 'T')
}

/** The reports of an organ, the newest day first. */
export async function listReports(_scope: Scope, organ: string, from?: string): Promise<{ data: Report[]; next?: string }> {
  const pk = bookOf(organ)
  const { items } = await queryPage<Item>({ pk, newest: true, limit: 101, ...(from ? { after: { pk, sk: from } } : {}) })
  const page = items.slice(0, 100)
  const last = page.at(-1)
  return { data: page.map(read), ...(items.length > 100 && last ? { next: String(last.sk) } : {}) }
}

/** The last report of the same series before a day; null when it is the first. */
export async function reportBefore(scope: Scope, { series, day }: Report): Promise<Report | null> {
  const { items } = await queryPage<Item>({ pk: at('REPORTSOF', series), to: addDays(day, -1), newest: true, limit: 1 })
  const [found] = items
  return found ? reportById(scope, String(found.id)) : null
}

async function joined(id: string, name: string): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const { bytes } of query<Item>({ pk: partsOf(id), begins: name })) parts.push(Buffer.from(bytes as Uint8Array))
  return Buffer.concat(parts)
}

function read(item: Item): Report {
  const { pk, sk, ...report } = item
  return report as unknown as Report
}
