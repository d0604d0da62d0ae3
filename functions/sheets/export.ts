import type { Ledger } from '../../shared/definition/ledger.ts'
import { hiddenFields } from '../../shared/engine/readers.ts'
import { cellFields } from '../../shared/importing/meanings.ts'
import type { WrittenCell } from '../../shared/importing/sheet.ts'
import type { Lang } from '../../shared/names.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import { printWords, tooManyToExport } from '../../shared/words/sheets.ts'
import type { World } from '../../shared/world.ts'
import { eachRecord } from '../store/each.ts'
import type { ListQuery } from '../store/list-query.ts'
import { readMany } from '../store/records.ts'
import { world } from '../world.ts'
import { chosenColumns } from './chosen-columns.ts'
import { type Column, countColumn, dataColumns, lateColumn, numberOf, soonestColumn, stateColumn, townshipOf, tracing } from './columns.ts'
import { isFault, type SheetFault } from './fault.ts'
import { type Paper, workbookType } from './papers.ts'
import { type WrittenTab, writeText, writeWorkbook } from './write.ts'

/** What goes out of a list: what it asks for, or only the records chosen from it (`ids`); all fields, or the columns that are shown (`columns`). */
export type Wish = { query: ListQuery; ids?: string[]; columns?: string[] }

/** So many records are read and written within the half minute that the gateway waits, on what a function is given: 11,000 rows of a workbook take 3 s of a whole core. */
const MOST = { xlsx: 25_000, csv: 50_000 }

/** The records of a list as a file that imports again as unchanged: the caller's own scope, without the fields hidden from him.
 * Each row carries what an import needs to merge it: hidden in a workbook, in the last columns of a text file. Refuses (as a value) what a workbook cannot hold, and more than `most` records. */
export async function exported(
  ledger: Ledger,
  { query, ids, columns: chosen }: Wish,
  format: 'xlsx' | 'csv',
  scope: Scope,
  today: string,
  lang: Lang,
  most = MOST[format],
): Promise<Paper | SheetFault> {
  const county = await world()
  const records: LedgerRecord[] = ids ? await chosenOf(scope, ledger, ids) : []
  if (!ids)
    for await (const record of eachRecord(scope, ledger, query, today))
      if (records.push(record) > most) return { status: 422, sentence: tooManyToExport(most, format === 'xlsx' ? MOST.csv : null) }
  const columns = chosen
    ? chosenColumns(ledger, chosen, county, { lang, today, holder: query.holder })
    : columnsOf(ledger, records, county, { lang, today, holder: query.holder, byDay: !ids && asksForDays(query) })
  const rows = records.map((record, at) => {
    const hidden = hiddenFields(ledger, record, scope, county)
    return columns.map(({ cell }) => cell(record, hidden, at))
  })
  const name = `${ledger.label[lang]} ${today}.${format}`
  const bytes = format === 'csv' ? writeText(columns, rows) : await writeWorkbook([tabOf(ledger, columns, rows, today, lang)])
  if (isFault(bytes)) return bytes
  return { name, type: format === 'csv' ? 'text/csv; charset=utf-8' : workbookType, bytes }
}

/** Records by id, in the order in which they were chosen; what the scope does not see is not there. */
async function chosenOf(scope: Scope, ledger: Ledger, ids: string[]): Promise<LedgerRecord[]> {
  const found = await readMany(
    scope,
    ids.map((id) => ({ ledger: ledger.key, id })),
  )
  return ids.flatMap((id) => found.filter((record) => record.id === id))
}

function tabOf(ledger: Ledger, columns: Column[], rows: WrittenCell[][], today: string, lang: Lang): WrittenTab {
  const { title, pages } = printWords(ledger.label, today)
  return { name: ledger.label[lang], columns, rows, print: { title: title[lang], pages: pages[lang] } }
}

/** True for a list of what is overdue or soon to be: its day, and by how much, is what it is taken out for. */
const asksForDays = ({ overdue, nearDue, dueBefore }: ListQuery): boolean => Boolean(overdue || nearDue || dueBefore)

type Way = { lang: Lang; today: string; holder: string | undefined; byDay: boolean }

function columnsOf(ledger: Ledger, records: LedgerRecord[], county: World, { lang, today, holder, byDay }: Way): Column[] {
  const shown = Object.entries(cellFields(ledger)).filter(
    ([key, field]) => !field.retired || records.some((record) => record.data[key] !== undefined),
  )
  // What a list shows comes first: that is what is printed.
  const place = (key: string): number => (ledger.list.columns.includes(key) ? ledger.list.columns.indexOf(key) : ledger.list.columns.length)
  const fields = shown.toSorted(([a], [b]) => place(a) - place(b))
  return [
    ...(byDay ? [countColumn(lang)] : []),
    numberOf(lang),
    ...(ledger.level === 'county' ? [] : [townshipOf(county, lang)]),
    stateColumn(ledger, lang),
    ...(byDay ? [soonestColumn(lang, holder), lateColumn(lang, today, holder)] : []),
    ...fields.flatMap(([key, field]) => dataColumns(key, field, county, lang)),
    ...tracing(lang),
  ]
}
