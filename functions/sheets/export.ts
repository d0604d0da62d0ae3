import type { Ledger } from '../../shared/definition/ledger.ts'
import { hiddenFields } from '../../shared/engine/readers.ts'
import { cellFields } from '../../shared/importing/meanings.ts'
import type { WrittenCell } from '../../shared/importing/sheet.ts'
import { officeName, writtenCell } from '../../shared/importing/written.ts'
import type { Lang } from '../../shared/names.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import { headerWords, printWords } from '../../shared/words/sheets.ts'
import type { World } from '../../shared/world.ts'
import type { ListQuery } from '../store/list-query.ts'
import { eachRecord } from '../store/pages.ts'
import { world } from '../world.ts'
import { fieldColumn, numberColumn, townshipColumn } from './columns.ts'
import { isFault, type SheetFault } from './fault.ts'
import { type Paper, workbookType } from './papers.ts'
import { type WrittenColumn, type WrittenTab, writeText, writeWorkbook } from './write.ts'

/** The records of a list as a file that imports again as unchanged: the caller's own scope, without the fields hidden from him.
 * A workbook hides in each row what an import needs to merge it; in a text file records without a number show their id. Refuses (as a value) what a workbook cannot hold. */
export async function exported(
  ledger: Ledger,
  query: ListQuery,
  format: 'xlsx' | 'csv',
  scope: Scope,
  today: string,
  lang: Lang,
): Promise<Paper | SheetFault> {
  const county = await world()
  const records: LedgerRecord[] = []
  for await (const record of eachRecord(scope, ledger, query, today)) records.push(record)
  const columns = columnsOf(ledger, records, county, lang, format)
  const rows = records.map((record) => {
    const hidden = hiddenFields(ledger, record, scope, county)
    return columns.map(({ cell }) => cell(record, hidden))
  })
  const name = `${ledger.label[lang]} ${today}.${format}`
  const bytes = format === 'csv' ? writeText(columns, rows) : await writeWorkbook([tabOf(ledger, columns, rows, today, lang)])
  if (isFault(bytes)) return bytes
  return { name, type: format === 'csv' ? 'text/csv; charset=utf-8' : workbookType, bytes }
}

type Column = WrittenColumn & { cell: (record: LedgerRecord, hidden: string[]) => WrittenCell }

function tabOf(ledger: Ledger, columns: Column[], rows: WrittenCell[][], today: string, lang: Lang): WrittenTab {
  const { title, pages } = printWords(ledger.label, today)
  return { name: ledger.label[lang], columns, rows, print: { title: title[lang], pages: pages[lang] } }
}

function columnsOf(ledger: Ledger, records: LedgerRecord[], county: World, lang: Lang, format: 'xlsx' | 'csv'): Column[] {
  const fields = Object.entries(cellFields(ledger)).filter(
    ([key, field]) => !field.retired || records.some((record) => record.data[key] !== undefined),
  )
  const township = (record: LedgerRecord) => (record.township === null ? null : officeName('township', record.township, county, lang))
  return [
    { ...numberColumn(lang), cell: (record) => record.number ?? null },
    ...(ledger.level === 'county' ? [] : [{ ...townshipColumn(county, lang), cell: township }]),
    { heading: headerWords.state[lang], width: 10, cell: (record) => ledger.states[record.state]?.label[lang] ?? record.state },
    ...fields.map(
      ([key, field]): Column => ({
        ...fieldColumn(field, county, lang),
        cell: (record, hidden) => (hidden.includes(key) ? null : writtenCell(field, record.data[key], county, lang)),
      }),
    ),
    ...(format === 'xlsx' ? tracing(lang) : idColumn(records, lang)),
  ]
}

/** What a workbook hides in each row: by this an import knows the record, what it was then, and which cells are empty because who exported does not see them. */
function tracing(lang: Lang): Column[] {
  return [
    { heading: headerWords.id[lang], width: 24, hidden: true, cell: ({ id }) => id },
    { heading: headerWords.version[lang], width: 10, hidden: true, cell: ({ version }, hidden) => [version, ...hidden].join(' ') },
  ]
}

/** In a text file nothing can be hidden: only what has no number shows its id. */
function idColumn(records: LedgerRecord[], lang: Lang): Column[] {
  if (records.every(({ number }) => number !== undefined)) return []
  return [{ heading: headerWords.id[lang], width: 24, cell: ({ id, number }) => (number === undefined ? id : null) }]
}
