import type { Merge, SheetCell, SheetRow } from '../../../shared/importing/sheet.ts'
import { columnLetters } from '../../../shared/importing/sheet.ts'
import { fileWords } from '../../../shared/words/file-faults.ts'
import { farOut, tooManyRows } from '../../../shared/words/sheets.ts'
import { Unreadable } from '../fault.ts'
import { maxColumns, maxMerges, maxRows, spareRows } from '../limits.ts'
import { numberCell, type Shower } from '../number-cell.ts'
import { damaged } from './archive.ts'
import { plainText } from './strings.ts'
import { readXml } from './xml.ts'

/** What every tab of a workbook draws on. `spend` counts cells and characters and ends the reading when there are too many. */
export type Stock = {
  strings: string[]
  formats: (string | undefined)[]
  date1904: boolean
  show: Shower
  spend: (cells: number, characters?: number) => void
}
export type Tab = { rows: SheetRow[]; merges: Merge[] }

/**
 * The filled cells of a tab, row by row, hidden rows marked; null when the part is none (a chart on a tab of its own). Cells and rows without an address stand in
 * the order in which they come. What has a format and no value is nothing, however far down it reaches.
 */
export function readTab(part: Buffer, stock: Stock): Tab | null {
  const tab: Tab = { rows: [], merges: [] }
  let isSheet: boolean | undefined
  let row: SheetRow = { row: 0, cells: [] }
  let cell: Raw | null = null
  let at = -1
  let takes = false
  let over = false
  readXml(part, {
    open(name, attributes) {
      isSheet ??= name === 'worksheet'
      if (!isSheet) return
      if (name === 'row') {
        row = { row: rowNumber(attributes.r) ?? row.row + 1, cells: [], ...(isTrue(attributes.hidden) ? { hidden: true as const } : {}) }
        at = -1
      } else if (name === 'c') {
        at = columnOf(attributes.r) ?? at + 1
        cell = { type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: '', stored: false, formula: false }
      } else if (name === 'mergeCell') addMerge(tab.merges, attributes.ref ?? '', stock)
      else if (name === 'rPh') over = true
      if (!cell) return
      takes = name === 'v' || (name === 't' && !over)
      cell.stored ||= name === 'v'
      cell.formula ||= name === 'f'
    },
    text(piece) {
      if (cell && takes) cell.value += piece
    },
    close(name) {
      takes = false
      if (name === 'rPh') over = false
      else if (name === 'c' && cell) {
        const said = cellOf(cell, stock)
        cell = null
        if (said === null) return
        if (at >= maxColumns) throw new Unreadable(422, farOut(`${columnLetters(at)}${row.row}`))
        stock.spend(Math.max(1, at + 1 - row.cells.length), typeof said === 'string' ? said.length : 0)
        while (row.cells.length < at) row.cells.push(null)
        row.cells[at] = said
      } else if (name === 'row' && row.cells.length > 0) {
        if (tab.rows.length >= maxRows + spareRows) throw new Unreadable(413, tooManyRows(maxRows))
        tab.rows.push(row)
      }
    },
  })
  if (!isSheet) return null
  const ordered = tab.rows.every((each, index) => index === 0 || (tab.rows[index - 1]?.row ?? 0) <= each.row)
  return ordered ? tab : { ...tab, rows: tab.rows.toSorted((a, b) => a.row - b.row) }
}

type Raw = { type: string; style: number; value: string; stored: boolean; formula: boolean }

function cellOf({ type, style, value, stored, formula }: Raw, { strings, formats, date1904, show }: Stock): SheetCell {
  // An empty text is a stored result; an empty number is none.
  if (formula && (!stored || (value === '' && type !== 'str'))) return { unread: 'uncalculated', text: '' }
  if (value === '') return null
  switch (type) {
    case 's': {
      const text = strings[Number(value)]
      if (text === undefined) throw damaged()
      return text.trim() === '' ? null : text
    }
    case 'str':
    case 'inlineStr': {
      const text = plainText(value)
      return text.trim() === '' ? null : text
    }
    case 'b':
      return value.trim() === '1' || value.trim() === 'true'
    case 'e':
      return { unread: 'error', text: value.trim() }
    case 'd':
      return /^\d{4}-\d{2}-\d{2}/.test(value.trim()) ? { day: value.trim().slice(0, 10) } : value
    default:
      return numberCell(Number(value), formats[style], date1904, show)
  }
}

function isTrue(word: string | undefined): boolean {
  return word === '1' || word === 'true'
}

function rowNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const found = Number(text)
  if (!Number.isInteger(found) || found < 1 || found > 1_048_576) throw damaged()
  return found
}

function columnOf(address: string | undefined): number | undefined {
  return address === undefined ? undefined : placeOf(address).column
}

function placeOf(address: string): { column: number; row: number } {
  const [, letters = '', row = ''] = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(address.trim()) ?? []
  if (letters === '') throw damaged()
  return { column: [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1, row: Number(row) }
}

function addMerge(merges: Merge[], ref: string, { spend }: Stock): void {
  const [first = '', last = first] = ref.split(':')
  const [from, to] = [placeOf(first), placeOf(last)]
  if (merges.length >= maxMerges) throw new Unreadable(413, fileWords.unpacksTooLarge)
  spend(to.row - from.row)
  merges.push({ top: from.row, bottom: to.row, left: from.column, right: to.column })
}
