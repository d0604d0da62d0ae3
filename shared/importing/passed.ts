import { headerWords } from '../words/sheets.ts'
import type { Headings } from './headings.ts'
import type { Lines } from './lines.ts'
import { plainHeading } from './meanings.ts'
import { isFilled, type Sheet, type SheetRow, shownText } from './sheet.ts'

/** Tells rows of a table that are no items: headings repeated on each page, totals, lines of a township or a section, notes, signatures, and a template's example. */
export function passing(sheet: Sheet, headings: Headings, lines: Lines): (row: SheetRow) => 'heading' | 'passed' | undefined {
  const heads = sheet.rows
    .filter(({ row }) => row >= headings.top && row <= headings.row)
    .map(({ cells }) => cells.map((cell) => plainHeading(shownText(cell))))
  const across = new Map(
    sheet.merges.filter(({ left, right }) => right > left).map(({ top, left, right }) => [`${top} ${left}`, right - left + 1]),
  )
  const names = new Set(headings.columns.filter(({ path }) => path !== 'number' && path !== 'id').map(({ at }) => at))
  const known = headings.columns.map(({ at }) => at)
  return ({ row, cells }) => {
    const filled = cells.flatMap((cell, at) => (isFilled(cell) ? [at] : []))
    const [first = 0] = filled
    const said = shownText(cells[first]).normalize('NFKC').trim()
    if (
      filled.length > 0 &&
      heads.some((head) => filled.length > 1 && filled.every((at) => head[at] === plainHeading(shownText(cells[at]))))
    )
      return 'heading'
    if (Object.values(headerWords.example).includes(shownText(cells[first]).trim())) return 'passed'
    if (filled.length === 1) {
      if ((across.get(`${row} ${first}`) ?? 1) > Math.max(1, known.length / 2)) return 'passed'
      if (isTotal(said) || isNote(said) || lines(said) !== undefined) return 'passed'
      // Alone, it can be no item: it lacks all that an item is known by.
      return !names.has(first) && isWording(said) ? 'passed' : undefined
    }
    return isTotal(said) || (isNote(said) && filled.every((at) => !isFilled(cells[at]) || isSigned(shownText(cells[at])) || at === first))
      ? 'passed'
      : undefined
  }
}

function isTotal(text: string): boolean {
  return (
    /^(本页|本表|全县|以上)?(合|总|小|共|累)\s*计?(数|:|：)?\s*[:：]?\s*\d*\s*[件条项个行宗]?$/.test(text) ||
    /^(sub-?total|total|sum)s?:?\s*\d*$/i.test(text)
  )
}

const notes =
  '注|备注|说明|填表人|填报人|制表人|制表|审核|审核人|审批|审批人|负责人|单位负责人|分管领导|经办人|联系人|联系电话|电话|填报单位|填报日期|填报时间|制表单位|制表日期|填表日期|日期|签字|签名|盖章|单位|单位盖章|note|notes|remark'
const note = new RegExp(String.raw`^(${notes})\s*(\([^)]*\))?\s*[:：]`, 'i')

function isNote(text: string): boolean {
  return note.test(text)
}

/** A signature line goes on beside its first words. */
function isSigned(text: string): boolean {
  return isNote(text.normalize('NFKC').trim()) || text.trim().length <= 20
}

/** Words, not a number that somebody forgot the rest of: no digits but in a date or behind many words. */
function isWording(text: string): boolean {
  return /^\d{4}\s*年\s*\d{1,2}\s*月(\s*\d{1,2}\s*日)?$/.test(text) || (/\p{L}/u.test(text) && (!/\d/.test(text) || text.length > 20))
}
