import type { Label } from '../names.ts'
import { changedNumber } from '../words/cells.ts'
import { badNumber } from '../words/rows.ts'
import { bareText, type SheetCell, shownText } from './sheet.ts'

/** A spreadsheet keeps fifteen digits of a number; what has more has lost the rest. */
const SAFE = 1e15

/**
 * A record's own number out of a cell: as it is shown, in half width (0007, 2026-0012). Refused when the spreadsheet has made something else of it (a day, a fraction,
 * 2.02601E+11), for the next file would make a second record of the same item, and when people could not have written it.
 */
export function readNumber(cell: SheetCell): { number: string } | { blank: true } | { fault: Label } {
  const text = bareText(shownText(cell))
  if (text === '') return { blank: true }
  if (isChanged(cell, text)) return { fault: changedNumber(text.slice(0, 60)) }
  if (text.length > 60 || /\p{Cc}/u.test(text) || /\p{Cs}/u.test(text)) return { fault: badNumber(text.slice(0, 60)) }
  return { number: text }
}

function isChanged(cell: SheetCell, text: string): boolean {
  if (typeof cell === 'boolean') return true
  const number = typeof cell === 'number' ? cell : typeof cell === 'object' && cell !== null && 'number' in cell ? cell.number : undefined
  if (number !== undefined) return !Number.isInteger(number) || Math.abs(number) >= SAFE || isScientific(text)
  return (typeof cell === 'object' && cell !== null) || isScientific(text) || isRounded(text) || isFraction(text) || isTurnedDay(text)
}

/** True when a cell that should hold text lost digits of it: numbers of fifteen digits and more, and what a spreadsheet saved as 1.38E+10. */
export function hasLostDigits(cell: SheetCell): boolean {
  if (typeof cell === 'number') return Math.abs(cell) >= SAFE
  if (typeof cell === 'object' && cell !== null) return 'number' in cell && Math.abs(cell.number) >= SAFE
  return typeof cell === 'string' && isScientific(cell.trim())
}

/** 2.02601E+11 of a spreadsheet, 2.02601E11 of other programs. */
function isScientific(text: string): boolean {
  return /^-?\d(\.\d+)?E\+\d{2,3}$|^-?\d\.\d+E\d{1,3}$/i.test(text)
}

/** A whole number with a fraction of nothing, as programs write that know one kind of number only. */
function isFraction(text: string): boolean {
  return /^\d{5,}\.0$/.test(text)
}

/** Only zeros behind the fifteenth digit. */
function isRounded(text: string): boolean {
  return /^[1-9]\d{14}0{3,}$/.test(text)
}

/** 9-8 becomes 9月8日, 8-Sep or 2026/9/8 when a spreadsheet takes it for a day and writes it into a text file. */
function isTurnedDay(text: string): boolean {
  if (/^\d{1,2}月\d{1,2}日$|^\d{4}年\d{1,2}月(\d{1,2}日)?$/.test(text)) return true
  if (/^(\d{1,2}-(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-\d{2})$/i.test(text))
    return true
  const [, year, month, day] = /^((?:19|20)\d{2})\/(\d{1,2})\/(\d{1,2})$/.exec(text) ?? []
  return year !== undefined && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
}
