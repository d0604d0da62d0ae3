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
  // Where notes have begun, each line that stands alone goes on with them.
  let noting = false
  const kindOf = ({ row, cells }: SheetRow): ReturnType<ReturnType<typeof passing>> => {
    const filled = cells.flatMap((cell, at) => (isFilled(cell) ? [at] : []))
    const [first = 0] = filled
    const said = shownText(cells[first]).normalize('NFKC').trim()
    if (
      filled.length > 0 &&
      heads.some((head) => filled.length > 1 && filled.every((at) => head[at] === plainHeading(shownText(cells[at]))))
    )
      return 'heading'
    if (Object.values(headerWords.example).includes(shownText(cells[first]).trim())) return 'passed'
    if (row <= headings.row + 2 && filled.length > 1 && saysHow(filled.map((at) => plainHeading(shownText(cells[at]))))) return 'passed'
    if (filled.length === 1) {
      if ((across.get(`${row} ${first}`) ?? 1) > Math.max(1, known.length / 2)) return 'passed'
      if (isTotal(said) || isNote(said) || lines(said) !== undefined) return 'passed'
      // Alone, it can be no item: it lacks all that an item is known by.
      return (noting || !names.has(first)) && isWording(said) ? 'passed' : undefined
    }
    if (isTotal(said) || (!names.has(first) && isNoteWord(said))) return 'passed'
    return isNote(said) && filled.every((at) => isSigned(shownText(cells[at])) || at === first) ? 'passed' : undefined
  }
  return (row) => {
    const kind = kindOf(row)
    noting = kind === 'passed' && (noting || isNote(shownText(row.cells.find(isFilled)).normalize('NFKC').trim()))
    return kind
  }
}

/** Below headings: how to fill the columns in (必填, 格式：2026-01-01), or their counts (1 2 3, 甲 乙 丙). */
function saysHow(words: string[]): boolean {
  const bare = words.map((word) => word.replace(/^\((.+)\)$/, '$1'))
  if (
    bare.every((word) =>
      /^(必填|选填|非必填|可不填|可选|必选|自动生成|单选|多选|下拉选择|文本|日期|数字)项?$|^(格式|例|示例|例如|如)[:：]/.test(word),
    )
  )
    return true
  const counts = bare.filter((word) => !/^[甲乙丙丁戊己庚辛壬癸]$/.test(word))
  if (counts.length === 0) return words.length > 2
  const from = Number(counts[0])
  return words.length > 2 && from <= 2 && counts.every((word, at) => Number(word) === from + at)
}

/** 合计, 新安镇小计, 全镇共计3件，其中已办2件. */
function isTotal(text: string): boolean {
  return (
    /^(\p{Script=Han}{0,12}([合总小累共]\s*计|计数|件数)|(本页|本表|全县|以上)?共)(数|:|：)?\s*[:：]?\s*\d*\s*[件条项个行宗]?$/u.test(
      text,
    ) ||
    /^\p{Script=Han}{0,8}([合总小累共]计|共)\s*[:：]?\s*\d+\s*[件条项个宗]([，,;；。(（]|$)/u.test(text) ||
    /^(sub-?total|total|sum)s?:?\s*\d*$/i.test(text)
  )
}

const notes =
  '注|备注|说明|填表人|填报人|制表人|制表|审核|审核人|审批|审批人|负责人|单位负责人|分管领导|经办人|联系人|联系电话|电话|填报单位|填报日期|填报时间|制表单位|制表日期|填表日期|日期|签字|签名|盖章|单位|单位盖章|note|notes|remark'
const noteWord = new RegExp(`^(${notes})$`, 'i')
const note = new RegExp(String.raw`^(${notes})\s*(\([^)]*\))?\s*[:：]`, 'i')

const signing = /^\p{Script=Han}{0,10}(签字|签名|签章|盖章|公章)\s*(\([^)]*\))?\s*[:：]?/u
const page = /^[-—(]?\s*第\s*[\d一二三四五六七八九十]+\s*页/

function isNote(text: string): boolean {
  return note.test(text) || signing.test(text) || page.test(text)
}

/** Such a word in the place of a number. */
function isNoteWord(text: string): boolean {
  return noteWord.test(text)
}

/** A signature line goes on beside its first words. */
function isSigned(text: string): boolean {
  return isNote(text.normalize('NFKC').trim()) || text.trim().length <= 20
}

/** Words, not a number that somebody forgot the rest of: no digits but in a date, before or behind many words, or in a sentence that is ended. */
function isWording(text: string): boolean {
  if (/^\d{4}\s*年\s*\d{1,2}\s*月(\s*\d{1,2}\s*日)?$/.test(text)) return true
  const counted = text.replace(/^[(（]?\d{1,2}[.、)）．]\s*(?=\p{Script=Han}{4})/u, '')
  return /\p{L}/u.test(counted) && (!/\d/.test(counted) || counted.length > 20 || /[。；！]$/.test(counted))
}
