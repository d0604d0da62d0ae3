/**
 * A cell as a file gives it: text, a number as it is kept, a truth, nothing, a real date of the spreadsheet, a number whose format shows more than its
 * digits (`0007`, `85%`), or what cannot be read: a formula error, or a formula whose result is not stored.
 */
export type SheetCell = WrittenCell | DayCell | ShownCell | UnreadCell
/** A cell as it is written into a file. */
export type WrittenCell = string | number | boolean | null
export type DayCell = { day: string }
export type ShownCell = { number: number; shown: string }
export type UnreadCell = { unread: 'error' | 'uncalculated'; text: string }

/** A row with the number that the spreadsheet shows beside it. `under`: the township that a line above it is called after. */
export type SheetRow = { row: number; cells: SheetCell[]; hidden?: true; under?: string }
/** Cells joined to one, rows as the spreadsheet numbers them, columns from 0; the value stands in the first. */
export type Merge = { top: number; bottom: number; left: number; right: number }
/** A tab, or a text file as one. Rows without any value are left out. `date1904`: bare day numbers count from 1904. `text`: a file of lines, in which a row may run
 * past its headings. `left`: the first column of a part of a tab, where tables stand beside each other. */
export type Sheet = { name: string; hidden?: true; rows: SheetRow[]; merges: Merge[]; date1904?: true; text?: true; left?: number }

/** A cell in the words in which the sheet shows it; blank for nothing. */
export function shownText(cell: SheetCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell !== 'object') return String(cell)
  return 'day' in cell ? cell.day : 'shown' in cell ? cell.shown : cell.text
}

/** A text in half width, without what nobody sees: blanks around it, marks without width, and the apostrophe that made a spreadsheet keep it as text. */
export function bareText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .trim()
    .replace(/^['‘’`´]+(?=[\p{L}\d])/u, '')
}

/** True when a cell holds anything, be it unreadable. */
export function isFilled(cell: SheetCell | undefined): boolean {
  return (typeof cell === 'object' && cell !== null && 'unread' in cell) || /[^\s\u200b\u2060\ufeff]/.test(shownText(cell))
}

/** A column by the letters over it, counted from 0: A, Z, AA. */
export function columnLetters(at: number): string {
  return (at >= 26 ? columnLetters(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))
}
