import type { Ledger } from '../../shared/definition/ledger.ts'
import { hiddenFields } from '../../shared/engine/readers.ts'
import { cellFields } from '../../shared/importing/meanings.ts'
import type { WrittenCell } from '../../shared/importing/sheet.ts'
import { officeName, writtenCell } from '../../shared/importing/written.ts'
import type { Lang } from '../../shared/names.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import { headerWords } from '../../shared/words/sheets.ts'
import type { World } from '../../shared/world.ts'
import type { ListQuery } from '../store/list-query.ts'
import { eachRecord } from '../store/pages.ts'
import { world } from '../world.ts'
import { isFault, type SheetFault } from './fault.ts'
import { type Paper, widthOf, workbookType } from './papers.ts'
import { type WrittenColumn, writeText, writeWorkbook } from './write.ts'

/** The records of a list as a file that imports again as unchanged: the caller's own scope, without the fields hidden from him.
 * Records without a number carry their id, by which an import knows them. Refuses (as a value) what a workbook cannot hold. */
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
  const columns = columnsOf(ledger, records, county, lang)
  const rows = records.map((record) => {
    const hidden = hiddenFields(ledger, record, scope, county)
    return columns.map(({ cell }) => cell(record, hidden))
  })
  const name = `${ledger.label[lang]} ${today}.${format}`
  const bytes = format === 'csv' ? writeText(columns, rows) : await writeWorkbook([{ name: ledger.label[lang], columns, rows }])
  if (isFault(bytes)) return bytes
  return { name, type: format === 'csv' ? 'text/csv; charset=utf-8' : workbookType, bytes }
}

type Column = WrittenColumn & { cell: (record: LedgerRecord, hidden: string[]) => WrittenCell }

function columnsOf(ledger: Ledger, records: LedgerRecord[], county: World, lang: Lang): Column[] {
  const fields = Object.entries(cellFields(ledger)).filter(
    ([key, field]) => !field.retired || records.some((record) => record.data[key] !== undefined),
  )
  return [
    { heading: headerWords.number[lang], width: 14, cell: (record) => record.number ?? null },
    ...(ledger.level === 'county'
      ? []
      : [
          {
            heading: headerWords.township[lang],
            width: 14,
            cell: (record: LedgerRecord) => (record.township === null ? null : officeName('township', record.township, county, lang)),
          },
        ]),
    { heading: headerWords.state[lang], width: 10, cell: (record) => ledger.states[record.state]?.label[lang] ?? record.state },
    ...fields.map(
      ([key, field]): Column => ({
        heading: field.label[lang],
        width: widthOf(field),
        day: field.kind === 'date',
        cell: (record, hidden) => (hidden.includes(key) ? null : writtenCell(field, record.data[key], county, lang)),
      }),
    ),
    ...(records.every((record) => record.number !== undefined)
      ? []
      : [{ heading: headerWords.id[lang], width: 24, cell: (record: LedgerRecord) => (record.number === undefined ? record.id : null) }]),
  ]
}
