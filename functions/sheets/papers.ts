import type { Ledger } from '../../shared/definition/ledger.ts'
import { isOneLine } from '../../shared/definition/lines.ts'
import { type CellField, cellFields } from '../../shared/importing/headings.ts'
import { broughtBy } from '../../shared/importing/judge.ts'
import { type RowFault, readRows } from '../../shared/importing/read-rows.ts'
import type { Lang } from '../../shared/names.ts'
import type { Scope } from '../../shared/scope.ts'
import { headerWords } from '../../shared/words/sheets.ts'
import type { ImportJob } from '../store/imports.ts'
import { world } from '../world.ts'
import { bytesOf } from './carry-on.ts'
import { isFault, type SheetFault } from './fault.ts'
import { readSheets } from './read.ts'
import { type WrittenColumn, writeWorkbook } from './write.ts'

export type Paper = { name: string; type: string; bytes: Buffer }

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** How wide a field's column is, in half-width characters. */
export function widthOf(field: CellField): number {
  if (field.kind === 'text') return isOneLine(field) ? 28 : 50
  return field.kind === 'date' ? 13 : 16
}

/** An empty register with every heading that an import by the caller understands: the county brings everything, a township what its form asks. */
export async function template(ledger: Ledger, scope: Scope, today: string, lang: Lang): Promise<Paper | SheetFault> {
  const may = broughtBy(ledger, scope, today, await world())
  const placed = ledger.level !== 'county' && scope.office.kind === 'county'
  const columns: WrittenColumn[] = [
    { heading: headerWords.number[lang], width: 14 },
    ...(placed ? [{ heading: headerWords.township[lang], width: 14 }] : []),
    ...Object.entries(cellFields(ledger))
      .filter(([key, field]) => !field.retired && may.includes(key))
      .map(([, field]) => ({ heading: field.label[lang], width: widthOf(field) })),
  ]
  const name = lang === 'zh' ? `${ledger.label.zh}导入模板.xlsx` : `${ledger.label.en} template.xlsx`
  return paper(name, await writeWorkbook(ledger.label[lang], columns, []))
}

/** The sender's own sheet with the reasons behind each row that was refused, and the cells at fault coloured; null when the import refused none. */
export async function marked(job: ImportJob, ledger: Ledger, faults: RowFault[], lang: Lang): Promise<Paper | SheetFault | null> {
  const bytes = faults.length ? await bytesOf(job) : null
  const sheets = bytes && (await readSheets(bytes))
  if (!sheets || isFault(sheets)) return null
  const reading = readRows(ledger, sheets, job.scope, await world())
  if (!reading || 'faults' in reading) return null
  const rows = (sheets[reading.sheet] ?? []).filter(({ row }) => row >= reading.heading)
  const [head, ...body] = rows
  const width = Math.max(...rows.map(({ cells }) => cells.length))
  const columns = Array.from({ length: width }, (_, at) => ({ heading: String(head?.cells[at] ?? ''), width: 18, day: true }))
  const byRow = Map.groupBy(faults, ({ row }) => row)
  const reasons = (row: number): string => (byRow.get(row) ?? []).map(({ message }) => message[lang]).join(lang === 'zh' ? '' : ' ')
  const places = new Map(reading.columns.map(({ path, at }) => [path, at]))
  const wrong = rows.map(({ row }) => new Set((byRow.get(row) ?? []).map(({ path }) => places.get(path) ?? width)))
  const cells = body.map((row) => [...Array.from({ length: width }, (_, at) => row.cells[at] ?? null), reasons(row.row)])
  const all = [...columns, { heading: headerWords.faults[lang], width: 60 }]
  const name = `${headerWords.faults[lang]} ${job.name.replace(/\.[a-z]+$/i, '')}.xlsx`
  return paper(name, await writeWorkbook(ledger.label[lang], all, cells, wrong.slice(1)))
}

function paper(name: string, bytes: Buffer | SheetFault): Paper | SheetFault {
  return isFault(bytes) ? bytes : { name, type: workbookType, bytes }
}
