import type { Label } from '../names.ts'
import { twice } from '../words/sheets.ts'
import { IGNORE, type Meaning, type Option, plainHeading } from './meanings.ts'
import { isFilled, type Sheet, type SheetRow, shownText } from './sheet.ts'

/** A column of the file that the ledger knows: where it stands, what it was called, and the field or header (`id`, `number`, `township`) that it fills. `option`: a tick in it
 * chooses this. */
export type Column = { at: number; heading: string; path: string; option?: string }
/** The heading of a table: its lowest row (`row`) and its highest (`top`), the columns that are known and those that are not, and what makes it unusable. */
export type Headings = {
  top: number
  row: number
  columns: Column[]
  unknown: { at: number; heading: string }[]
  /** Columns that mean what one left of them means already. */
  repeated: { at: number; path: string }[]
  faults: { path: string; message: Label }[]
}

const SEARCHED = 30
const DEEPEST = 4

/**
 * Finds the heading of a tab: of its first rows the one, or up to four, that mean most to the ledger, for registers begin with a title, and headings may stand in two rows
 * (办理情况 over 主办单位 and 交办日期). Undefined when no row has a known heading; a field with two columns is a fault. `at`: the lowest row of the heading, as somebody marked it.
 */
export function findHeadings(means: Meaning, sheet: Sheet, at?: number): Headings | undefined {
  const byNumber = new Map(sheet.rows.map((row) => [row.row, row]))
  let best: { headings: Headings; known: number } | undefined
  for (let depth = 1; depth <= DEEPEST; depth += 1)
    for (const first of at === undefined ? sheet.rows.slice(0, SEARCHED) : sheet.rows.filter(({ row }) => row === at - depth + 1)) {
      const rows = Array.from({ length: depth }, (_, at) => byNumber.get(first.row + at))
      if (rows.at(-1) === undefined || reachesBelow(sheet, first.row, first.row + depth - 1)) continue
      const headings = headingsOf(means, sheet, first.row, rows)
      const known = new Set(headings.columns.map(({ path }) => path)).size
      if (known > (best?.known ?? (at === undefined ? 0 : -1)) || (best && known === best.known && isWhole(sheet, headings, best.headings)))
        best = { headings, known }
    }
  return best?.headings
}

/** True when a heading names more columns than the lower part of it, of which some are joined with what stands above: 序号 over both rows. */
function isWhole({ merges }: Sheet, whole: Headings, part: Headings): boolean {
  if (whole.row !== part.row || whole.top >= part.top || whole.faults.length > part.faults.length) return false
  return merges.some(({ top, bottom }) => top >= whole.top && top < part.top && bottom >= part.top && bottom <= part.row)
}

/** True when a cell of these rows is joined with cells below them: the heading goes on there. */
function reachesBelow({ merges }: Sheet, top: number, bottom: number): boolean {
  return merges.some((merge) => merge.top >= top && merge.top <= bottom && merge.bottom > bottom && merge.bottom < top + DEEPEST)
}

function headingsOf(means: Meaning, sheet: Sheet, top: number, rows: (SheetRow | undefined)[]): Headings {
  const lines = linesOf(sheet, top, rows)
  const width = Math.max(...lines.map((line) => line.length))
  const found: Headings = { top, row: top + rows.length - 1, columns: [], unknown: [], repeated: [], faults: [] }
  for (let at = 0; at < width; at += 1) {
    const words = lines.flatMap((line) => line[at] || [])
    if (words.length === 0) continue
    const { path, heading, option } = understood(means, words)
    const earlier = found.columns.find((column) => column.path === path && (!option || !column.option || column.option === option))
    if (path === undefined || path === IGNORE) found.unknown.push({ at, heading })
    else if (earlier) {
      // By the names with their groups somebody can say which of them is not to be used.
      const [name, other] = apart(lines, { at, heading }, earlier)
      earlier.heading = other
      found.repeated.push({ at, path: earlier.path })
      found.faults.push({ path, message: twice(name, other) })
      found.unknown.push({ at, heading: name })
    } else found.columns.push({ at, heading, path, ...(option ? { option } : {}) })
  }
  return ticked(means, found)
}

/** Two columns that are called the same by the names that tell them apart, groups above included. */
function apart(lines: string[][], one: { at: number; heading: string }, other: { at: number; heading: string }): [string, string] {
  if (one.heading !== other.heading) return [one.heading, other.heading]
  return [joinedAt(lines, one.at), joinedAt(lines, other.at)]
}

const joinedAt = (lines: string[][], at: number): string => lines.map((line) => line[at] ?? '').join('')

/** Columns without a group that are called like the choices of one field, two at least, are ticked. */
function ticked(means: Meaning, found: Headings): Headings {
  const choices = found.unknown.flatMap(({ at, heading }) => {
    const [only, another] = means.options(heading)
    return only && !another && !found.columns.some(({ path }) => path === only.path) ? [{ at, heading, ...only }] : []
  })
  const columns = choices.filter((one) => choices.some((other) => other.path === one.path && other.option !== one.option))
  if (columns.length === 0) return found
  const taken = new Set(columns.map(({ at }) => at))
  return { ...found, columns: [...found.columns, ...columns], unknown: found.unknown.filter(({ at }) => !taken.has(at)) }
}

/** The words over each column, line by line. A group stands over every column that it is joined over, or, where nothing is joined, over those that have a heading below
 * and none beside it. */
function linesOf(sheet: Sheet, top: number, rows: (SheetRow | undefined)[]): string[][] {
  return rows.map((row, level) => {
    const line = (row?.cells ?? []).map((cell) => (typeof cell === 'string' ? cell.trim() : shownText(cell)))
    for (const { left, right, ...merge } of sheet.merges)
      if (merge.top === top + level && level < rows.length - 1)
        for (let at = left + 1; at <= Math.min(right, left + 100); at += 1) line[at] = line[left] ?? ''
    const below = rows[level + 1]?.cells
    let group = ''
    for (let at = 0; below && at < below.length; at += 1) {
      if (line[at]) group = isFilled(below[at]) ? (line[at] ?? '') : ''
      else line[at] = isFilled(below[at]) ? group : ''
    }
    return Array.from(line, (text) => text ?? '')
  })
}

/** Words that say nothing by themselves under the name of what they belong to: 主办单位 over 名称. */
const bareWords = new Set([
  '名称',
  '姓名',
  '单位',
  '单位名称',
  '部门',
  '全称',
  '日期',
  '时间',
  '内容',
  '情况',
  '意见',
  '结果',
  '类别',
  'name',
  'date',
])

function understood(means: Meaning, words: string[]): Partial<Option> & { heading: string } {
  const lowest = words.at(-1) ?? ''
  const above = words.slice(0, -1)
  const group = above.findLast((word) => known(means(word)))
  const bare = bareWords.has(plainHeading(lowest))
  const joined = words.join('')
  const path = (word: string) => ({ path: means(word) ?? undefined })
  if (above.length === 0) return { ...path(lowest), heading: lowest }
  if (means(joined) !== undefined) return { ...path(joined), heading: joined }
  const choice = group === undefined ? undefined : means.options(lowest).find((option) => option.path === means(group))
  if (choice) return { ...choice, heading: joined }
  if (bare && group !== undefined) return { ...path(group), heading: joined }
  // 办理时间 over 交办 and 要求办结: each of them is a 时间.
  const kind = above.map((word) => /(日期|时间|单位|部门|期限|时限)$/.exec(plainHeading(word))?.[0]).findLast((word) => word !== undefined)
  if (means(lowest) === undefined && kind !== undefined && means(`${lowest}${kind}`) !== undefined)
    return { ...path(`${lowest}${kind}`), heading: joined }
  return { ...path(lowest), heading: means(lowest) === undefined ? joined : lowest }
}

const known = (path: string | undefined): boolean => path !== undefined && path !== IGNORE
