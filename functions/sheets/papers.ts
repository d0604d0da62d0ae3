import type { Ledger } from '../../shared/definition/ledger.ts'
import { wholeOf } from '../../shared/definition/parted.ts'
import { broughtBy } from '../../shared/importing/judge.ts'
import { type CellField, columnFields } from '../../shared/importing/meanings.ts'
import { type RowFault, readRows } from '../../shared/importing/read-rows.ts'
import { type SheetCell, shownText, type WrittenCell } from '../../shared/importing/sheet.ts'
import { type Table, tells } from '../../shared/importing/table.ts'
import type { Lang } from '../../shared/names.ts'
import type { Scope } from '../../shared/scope.ts'
import { exampleWords, headerWords } from '../../shared/words/sheets.ts'
import type { ImportJob } from '../store/imports.ts'
import { world } from '../world.ts'
import { bytesOf } from './carry-on.ts'
import { fieldColumn, numberColumn, townshipColumn } from './columns.ts'
import { isFault, type SheetFault } from './fault.ts'
import { readSheets } from './read.ts'
import { type WrittenColumn, type WrittenTab, writeWorkbook } from './write.ts'

export type Paper = { name: string; type: string; bytes: Buffer }

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * A register with every heading that an import by the caller understands (the county brings everything, a township what its form asks), what may be chosen, and one
 * example that is not imported.
 */
export async function template(ledger: Ledger, scope: Scope, today: string, lang: Lang): Promise<Paper | SheetFault> {
  const county = await world()
  const may = broughtBy(ledger, scope, today, county)
  const placed = ledger.level !== 'county' && scope.office.kind === 'county'
  const fields = Object.entries(columnFields(ledger)).filter(([path, field]) => !field.retired && may.includes(wholeOf(path)))
  const columns: WrittenColumn[] = [
    numberColumn(lang),
    ...(placed ? [townshipColumn(county, lang)] : []),
    ...fields.map(([, field]) => fieldColumn(field, county, lang)),
  ]
  const example: WrittenCell[] = [
    headerWords.example[lang],
    ...(placed ? [columns[1]?.choices?.[0] ?? null] : []),
    ...fields.map(([, field], at) => exampleOf(field, columns[at + (placed ? 2 : 1)]?.choices, today, lang)),
  ]
  const name = lang === 'zh' ? `${ledger.label.zh}导入模板.xlsx` : `${ledger.label.en} template.xlsx`
  return paper(name, await writeWorkbook([{ name: ledger.label[lang], columns, rows: [example] }]))
}

function exampleOf(field: CellField, choices: string[] | undefined, today: string, lang: Lang): WrittenCell {
  if (choices) return choices[0] ?? null
  if (field.kind === 'date') return today
  if (field.kind === 'number') return field.min ?? 1
  if (field.kind === 'deputies' || field.kind === 'names') return exampleWords.names[lang]
  return exampleWords.text(field.label)[lang]
}

/**
 * The sender's own workbook with the reasons behind each row that was refused, and the cells at fault coloured; a text file or an old workbook is written anew. Null when the
 * import refused none.
 */
export async function marked(job: ImportJob, ledger: Ledger, faults: RowFault[], lang: Lang): Promise<Paper | SheetFault | null> {
  const bytes = faults.length ? await bytesOf(job) : null
  const sheets = bytes && (await readSheets(bytes, job.name))
  if (!sheets || isFault(sheets)) return null
  const reading = readRows(ledger, sheets, job.scope, await world(), job.createdAt.slice(0, 10), job.answers, job.headings, job.values)
  if (!reading || 'faults' in reading) return null
  const several = reading.tables.length > 1
  const own = Buffer.from(bytes.subarray(0, 2)).toString() === 'PK' ? await ownBook(bytes, reading.tables, faults, lang) : null
  if (own) return paper(`${headerWords.faults[lang]} ${job.name.replace(/\.[a-z]+$/i, '')}.xlsx`, own)
  const tabs = reading.tables.map((table, at) => {
    // A tab may have held several tables.
    const nth = reading.tables.slice(0, at + 1).filter(({ sheet }) => sheet.name === table.sheet.name).length
    const name = several ? `${table.sheet.name.slice(0, 27)}${nth > 1 ? ` ${nth}` : ''}` : ledger.label[lang]
    return markedTab(
      table,
      faults.filter((fault) => tells(table, fault)),
      name,
      lang,
    )
  })
  return paper(`${headerWords.faults[lang]} ${job.name.replace(/\.[a-z]+$/i, '')}.xlsx`, await writeWorkbook(tabs))
}

/** The workbook that was sent, marked; null where it has to be written anew. */
async function ownBook(bytes: Uint8Array, tables: Table[], faults: RowFault[], lang: Lang): Promise<Buffer | null> {
  const { markBook } = await import('./xlsx/marks.ts')
  // Tables beside each other share the column of reasons.
  const groups = Map.groupBy(tables, ({ sheet, headings }) => `${sheet.name} ${headings.row}`)
  return markBook(
    bytes,
    [...groups.values()].map((beside) => {
      const [{ sheet, headings }] = beside as [Table]
      const mine = beside.flatMap((table) => {
        const places = new Map(table.headings.columns.map(({ path, at }) => [path, at]))
        return faults.flatMap((fault) => (tells(table, fault) ? [{ ...fault, at: places.get(fault.path) }] : []))
      })
      return {
        tab: sheet.name,
        column: reasonsAt(tables.filter((each) => each.sheet.name === sheet.name)),
        heading: headings.row,
        title: headerWords.faults[lang],
        rows: new Map(
          [...Map.groupBy(mine, ({ row }) => row)].map(([row, why]) => [
            row,
            {
              wrong: new Set(why.flatMap(({ at }) => at ?? [])),
              reason: why.map(({ message }) => message[lang]).join(lang === 'zh' ? '' : ' '),
            },
          ]),
        ),
      }
    }),
  )
}

/** The column of the reasons in a tab: where an earlier check wrote them, else behind everything. */
function reasonsAt(tables: Table[]): number {
  const named = tables.flatMap(({ headings }) => [...headings.columns, ...headings.unknown])
  const earlier = named.find(({ heading }) => Object.values(headerWords.faults).includes(heading))
  const widths = tables.flatMap(({ sheet }) => sheet.rows.map(({ cells }) => cells.length))
  return (
    earlier?.at ??
    Math.max(
      ...named.map(({ at }) => at + 1),
      widths.reduce((a, b) => Math.max(a, b), 0),
    )
  )
}

function markedTab({ sheet, headings }: Table, faults: RowFault[], name: string, lang: Lang): WrittenTab {
  const rows = sheet.rows.filter(({ row }) => row > headings.row)
  const named = new Map([...headings.columns, ...headings.unknown].map(({ at, heading }) => [at, heading]))
  const width = Math.max(...named.keys(), ...rows.map(({ cells }) => cells.length - 1)) + 1
  const byRow = Map.groupBy(faults, ({ row }) => row)
  const of = (row: number): RowFault[] => byRow.get(row) ?? []
  const places = new Map(headings.columns.map(({ path, at }) => [path, at]))
  return {
    name,
    columns: [
      ...Array.from({ length: width }, (_, at) => ({ heading: named.get(at) ?? '', width: 18, day: true })),
      { heading: headerWords.faults[lang], width: 60 },
    ],
    rows: rows.map(({ row, cells }) => [
      ...Array.from({ length: width }, (_, at) => asWritten(cells[at] ?? null)),
      of(row)
        .map(({ message }) => message[lang])
        .join(lang === 'zh' ? '' : ' '),
    ]),
    wrong: rows.map(({ row }) => new Set(of(row).map(({ path }) => places.get(path) ?? width))),
  }
}

function asWritten(cell: SheetCell): WrittenCell {
  return typeof cell === 'object' && cell !== null ? shownText(cell) : cell
}

function paper(name: string, bytes: Buffer | SheetFault): Paper | SheetFault {
  return isFault(bytes) ? bytes : { name, type: workbookType, bytes }
}
