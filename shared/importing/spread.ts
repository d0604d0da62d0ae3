import { byExport } from './as-written.ts'
import type { CellField } from './meanings.ts'
import { isFilled, type Merge, type SheetCell, type SheetRow, shownText } from './sheet.ts'
import { isSerial, type Table } from './table.ts'

type Fields = { [path: string]: CellField }

/** The rows of a table with what each of them means: joined cells mean their value in every row that they reach over, 同上 what stands above; and rows over which the number is
 * joined are one item. */
export function spread(table: Table, fields: Fields): SheetRow[] {
  return oneItem(table, repeated(table, overMerges(table), fields), fields)
}

function tallBelow({ sheet, headings }: Table): Merge[] {
  return sheet.merges.filter(({ top, bottom }) => top > headings.row && bottom > top).sort((a, b) => a.top - b.top)
}

function overMerges(table: Table): SheetRow[] {
  const { sheet, rows } = table
  const tall = tallBelow(table)
  if (tall.length === 0) return rows
  const anchors = new Map(sheet.rows.map((row) => [row.row, row]))
  const copies = rows.map((row) => ({ ...row, cells: [...row.cells] }))
  let from = 0
  for (const { top, bottom, left } of tall) {
    const value = anchors.get(top)?.cells[left] ?? null
    while (from < copies.length && (copies[from]?.row ?? 0) <= top) from += 1
    for (let at = from; at < copies.length && (copies[at]?.row ?? 0) <= bottom; at += 1) {
      const cells = copies[at]?.cells ?? []
      while (cells.length < left) cells.push(null)
      if (!isFilled(cells[left])) cells[left] = value
    }
  }
  return copies
}

const ditto = /^[(]?(同上|同前|["″〃〞”'’]{1,2})[)]?$/

/** 同上 and its signs. What an export wrote means itself. */
function repeated({ headings }: Table, rows: SheetRow[], fields: Fields): SheetRow[] {
  const exported = byExport(headings, fields)
  const places = headings.columns.filter(({ path }) => !['id', 'number', 'state', 'version'].includes(path)).map(({ at }) => at)
  let above: SheetRow | undefined
  return rows.map((row) => {
    const earlier = above
    const means = (at: number): boolean => isDitto(row.cells[at]) && isFilled(earlier?.cells[at])
    const here = earlier && !exported(row) ? places.filter(means) : []
    above =
      here.length === 0 ? row : { ...row, cells: row.cells.map((cell, at) => (here.includes(at) ? (earlier?.cells[at] ?? null) : cell)) }
    return above
  })
}

function isDitto(cell: SheetCell | undefined): boolean {
  return typeof cell === 'string' && cell.length <= 6 && ditto.test(cell.normalize('NFKC').replace(/\s/g, ''))
}

/** One item over several rows, as where each co-handling unit has a line of its own. Where the lines tell different things of a field that has one value, they stay apart. */
function oneItem(table: Table, rows: SheetRow[], fields: Fields): SheetRow[] {
  const { columns, unknown } = table.headings
  const key = columns.find(({ path }) => path === 'number')?.at ?? unknown.find(({ heading }) => isSerial(heading))?.at
  const tall = tallBelow(table).filter(({ left }) => left === key)
  if (tall.length === 0) return rows
  const merged = new Map(tall.map((merge) => [merge, rows.filter(({ row }) => row >= merge.top && row <= merge.bottom)]))
  const instead = new Map<SheetRow, SheetRow | null>()
  for (const lines of merged.values()) {
    const [first, ...rest] = lines
    const one = first && rest.length > 0 ? joined(lines, columns, fields) : undefined
    if (!one) continue
    instead.set(first as SheetRow, one)
    for (const line of rest) instead.set(line, null)
  }
  return rows.flatMap((row) => {
    const other = instead.get(row)
    return other === undefined ? [row] : other === null ? [] : [other]
  })
}

function joined(lines: SheetRow[], columns: Table['headings']['columns'], fields: Fields): SheetRow | undefined {
  const [first] = lines
  if (!first) return undefined
  const cells = [...first.cells]
  for (const { at, path } of columns) {
    const said = new Map(
      lines.flatMap(({ cells }) => (isFilled(cells[at]) ? [[shownText(cells[at]).trim(), cells[at] ?? null] as const] : [])),
    )
    const field = fields[path]
    if (said.size > 1 && !['offices', 'choices', 'deputies', 'names'].includes(field?.kind ?? '')) return undefined
    while (cells.length <= at) cells.push(null)
    cells[at] = said.size > 1 ? [...said.keys()].join('、') : ([...said.values()][0] ?? null)
  }
  return { ...first, cells }
}
