import type { Column, Headings } from './headings.ts'
import { plainHeading } from './meanings.ts'
import { isFilled, type Sheet } from './sheet.ts'

/** Columns of a tab: the first and the one behind the last. */
type Span = [from: number, to: number]

/**
 * The tables that stand beside each other in a tab, whose headings are found once in all: parted by a column that is empty from the headings down, or where the headings begin
 * anew. Each as a tab of its own, its cells in their places. One table with a heading twice is one.
 */
export function blocksOf(sheet: Sheet, headings: Headings): Sheet[] {
  const cuts = cutsOf(sheet, headings)
  if (cuts.length === 0) return [sheet]
  const spans = [0, ...cuts].map((from, at): Span => [from, cuts[at] ?? Number.POSITIVE_INFINITY])
  return spans.map((span) => within(sheet, span))
}

function cutsOf(sheet: Sheet, headings: Headings): number[] {
  const { columns, repeated } = headings
  const [first] = [...columns].sort((a, b) => a.at - b.at)
  const [again] = repeated
  if (!first || !again) return []
  const anew = repeated.filter(({ path }) => path === first.path).map(({ at }) => at)
  // A table begins with what the first one begins with; a summary beside it has no more than one heading of it.
  const isOther = (from: number, to: number): boolean => {
    const mine = repeated.filter(({ at }) => at >= from && at < to)
    const own = columns.filter(({ at }) => at >= from && at < to).length
    return mine.length === 1 ? own <= 1 : mine.some(({ path }) => path === first.path)
  }
  const gaps = gapsOf(sheet, headings).filter((at) => at > first.at)
  const behind = (at: number): number => gaps.find((gap) => gap > at) ?? Number.POSITIVE_INFINITY
  if (gaps.some((at) => at <= again.at)) {
    const cuts = gaps.filter((at) => repeated.some((column) => column.at >= at && column.at < behind(at)))
    return cuts.every((at) => isOther(at, behind(at))) ? cuts : []
  }
  const fields = new Set(repeated.map(({ path }) => path)).size
  return anew.length > 0 && fields >= 2 ? anew.map((at) => withCount(at, headings)) : []
}

/** The first column behind each run of columns that are empty from the headings down. */
function gapsOf({ rows }: Sheet, { top }: Headings): number[] {
  const filled = new Set<number>()
  for (const { row, cells } of rows) if (row >= top) for (const [at, cell] of cells.entries()) if (isFilled(cell)) filled.add(at)
  return [...filled].filter((at) => at > 0 && !filled.has(at - 1)).sort((a, b) => a - b)
}

/** A running count that stands before each of the tables belongs to the one behind it. */
function withCount(at: number, { unknown }: Headings): number {
  const before = unknown.find((column) => column.at === at - 1)
  const same = (column: Pick<Column, 'at' | 'heading'>): boolean =>
    column.at < at - 1 && plainHeading(column.heading) === plainHeading(before?.heading ?? '')
  return before && unknown.some(same) ? at - 1 : at
}

function within(sheet: Sheet, [from, to]: Span): Sheet {
  return {
    ...sheet,
    left: from,
    rows: sheet.rows.flatMap((row) => {
      const cells = row.cells.slice(0, to).map((cell, at) => (at < from ? null : cell))
      return cells.some(isFilled) ? [{ ...row, cells }] : []
    }),
    merges: sheet.merges.flatMap((merge) =>
      merge.left >= from && merge.left < to ? [{ ...merge, right: Math.min(merge.right, to - 1) }] : [],
    ),
  }
}
