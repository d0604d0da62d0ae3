import type { Headings } from './headings.ts'
import type { Lines } from './lines.ts'
import { type CellField, plainHeading } from './meanings.ts'
import { isFilled, type Sheet, shownText } from './sheet.ts'
import { type States, soundsLikeState } from './states.ts'

/** So many of the filled cells must tell what their column is. */
const MOST = 0.6

type Found = { sheet: Sheet; headings: Headings }

/** The words in a column below the headings. */
function wordsIn({ sheet, headings }: Found, at: number): string[] {
  return sheet.rows.flatMap(({ row, cells }) => (row > headings.row && isFilled(cells[at]) ? [shownText(cells[at]).trim()] : []))
}

/** True of a column of which most filled cells are told apart so, one at least. */
function tellsMost(found: Found, at: number, tells: (text: string) => unknown): boolean {
  const filled = wordsIn(found, at)
  return filled.filter((text) => tells(text) !== undefined).length >= Math.max(1, filled.length * MOST)
}

/** The headings with the column that says where items lie, where none is called so: that of the delegation or the sender, whose cells name townships. */
export function withPlace(found: Found, lines: Lines, answered: Set<string>): Headings {
  const { columns, unknown } = found.headings
  const isPlace = ({ heading }: { heading: string }): boolean =>
    /(代表团|选举单位|报送单位|上报单位|提交单位|属地|辖区)(名称)?(\([^()]*\))?$/.test(plainHeading(heading))
  const place = columns.some(({ path }) => path === 'township')
    ? undefined
    : unknown.find((column) => isPlace(column) && !answered.has(plainHeading(column.heading)) && tellsMost(found, column.at, lines))
  if (!place) return found.headings
  return { ...found.headings, columns: [...columns, { ...place, path: 'township' }], unknown: unknown.filter((column) => column !== place) }
}

/**
 * The headings with the column that tells how far items are: of those that are called so, the first whose cells do. One that is called 办理情况 and holds sentences is unknown as before; one
 * that stands for a number and holds words is that column. What people said that a column is, and what an export wrote, stays.
 */
export function withState(part: Found, fields: { [path: string]: CellField }, states: States, answered: Set<string>): Headings {
  const { headings } = part
  const isSaid = ({ heading }: { heading: string }): boolean => answered.has(plainHeading(heading))
  if (headings.columns.some((column) => column.path === 'version' || (column.path === 'state' && isSaid(column)))) return headings
  const mayBe = headings.columns.filter(({ path, heading }) => fields[path]?.kind === 'number' && soundsLikeState(heading))
  const own = headings.columns.filter(({ path }) => path === 'state')
  const others = [...mayBe, ...headings.unknown.filter(({ heading }) => soundsLikeState(heading))]
  const found = [...own, ...others].find((column) => !isSaid(column) && tellsMost(part, column.at, states))
  const { columns, unknown } = headings
  // Of a column of states that tells none, somebody is to hear that it is not used.
  const silent = own.filter((column) => column !== found && wordsIn(part, column.at).length > 0)
  if (!found && silent.length === 0) return headings
  const gone = new Set([...silent, ...(found ? [found] : [])].map(({ at }) => at))
  return {
    ...headings,
    columns: [...columns.filter(({ at }) => !gone.has(at)), ...(found ? [{ at: found.at, heading: found.heading, path: 'state' }] : [])],
    unknown: [...unknown.filter(({ at }) => !gone.has(at)), ...silent.map(({ at, heading }) => ({ at, heading }))],
  }
}
