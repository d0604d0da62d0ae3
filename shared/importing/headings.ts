import type { Field } from '../definition/field.ts'
import type { Ledger } from '../definition/ledger.ts'
import type { Label } from '../names.ts'
import { headerWords, twice } from '../words/sheets.ts'
import type { SheetRow } from './sheet.ts'

/** A column of the file that the ledger knows: where it stands, what it was called, and the field or header (`id`, `number`, `township`) that it fills. */
export type Column = { at: number; heading: string; path: string }
export type Headings = { row: number; columns: Column[]; ignored: string[]; faults: { path: string; message: Label }[] }

const header: { [path: string]: string[] } = {
  id: ['id', headerWords.id.zh],
  number: ['number', 'no', 'no.', headerWords.number.zh],
  // A state follows from the facts of a row; the column that an export writes is known and not read.
  state: ['state', headerWords.state.zh],
  township: ['township', 'town', headerWords.township.zh, '所属乡镇', '乡镇(街道)'],
}
const cellKinds = ['text', 'number', 'date', 'yesno', 'choice', 'choices', 'office', 'offices', 'deputies', 'names'] as const
export type CellField = Extract<Field, { kind: (typeof cellKinds)[number] }>

/** The fields that one cell can hold, in the ledger's order. What is only said, computed, or has parts of its own cannot stand in a cell. */
export function cellFields(ledger: Ledger): { [key: string]: CellField } {
  return Object.fromEntries(
    Object.entries(ledger.fields).filter(
      (entry): entry is [string, CellField] => entry[1].only === undefined && cellKinds.some((kind) => kind === entry[1].kind),
    ),
  )
}

/** Finds the heading row (the first of the top rows with the most known headings: registers often begin with a title line) and what each column means.
 * None when no row has a known heading. Unknown headings are named in `ignored`; a field with two columns is a fault. */
export function findHeadings(ledger: Ledger, rows: SheetRow[]): Headings[] {
  const names = meanings(ledger)
  const candidates = rows.slice(0, 20).map((row) => ({ row, known: row.cells.filter((cell) => meaning(names, cell) !== undefined).length }))
  const best = candidates.reduce((a, b) => (b.known > a.known ? b : a), { row: { row: 0, cells: [] } as SheetRow, known: 0 })
  return best.known === 0 ? [] : [columnsOf(names, best.row)]
}

function columnsOf(names: Map<string, string>, row: SheetRow): Headings {
  const columns: Column[] = []
  const ignored: string[] = []
  const faults: Headings['faults'] = []
  for (const [at, cell] of row.cells.entries()) {
    const heading = String(cell ?? '').trim()
    const path = meaning(names, cell)
    const earlier = columns.find((column) => column.path === path)
    if (path === undefined) {
      if (heading !== '') ignored.push(heading)
    } else if (earlier) faults.push({ path, message: twice(heading, earlier.heading) })
    else columns.push({ at, heading, path })
  }
  return { row: row.row, columns, ignored, faults }
}

function meanings(ledger: Ledger): Map<string, string> {
  const fields = Object.entries(cellFields(ledger)).flatMap(([key, field]) =>
    [key, field.label.zh, field.label.en, ...(field.headings ?? [])].map((name) => [plain(name), key] as const),
  )
  const own = [...ledger.label.zh].map(
    (_, at, letters) => [plain(`${letters.slice(at).join('')}${headerWords.number.zh}`), 'number'] as const,
  )
  const headers = [...own, ...Object.entries(header).flatMap(([path, named]) => named.map((name) => [plain(name), path] as const))]
  // A field of the ledger that is called "state" comes before the record's own; number and township come before any field.
  return new Map([
    ...headers.filter(([, path]) => path === 'state'),
    ...fields.reverse(),
    ...headers.filter(([, path]) => path !== 'state'),
  ])
}

function meaning(names: Map<string, string>, cell: unknown): string | undefined {
  if (typeof cell !== 'string') return undefined
  const text = plain(cell)
  return names.get(text) ?? names.get(text.replace(/\([^()]*\)$/, ''))
}

/** Headings are compared without width, case, blanks, stars and a closing colon: `标 题*：` is 标题. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*\u200b\ufeff]/g, '')
    .replace(/:$/, '')
}
