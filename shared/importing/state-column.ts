import type { Headings } from './headings.ts'
import { type CellField, plainHeading } from './meanings.ts'
import { isFilled, type Sheet, shownText } from './sheet.ts'
import { type States, soundsLikeState } from './states.ts'

/** So many of the filled cells must tell how far items are. */
const MOST = 0.6

/**
 * The headings with the column that tells how far items are: of those that are called so, the first whose cells do. One that is called 办理情况 and holds sentences is unknown as before; one
 * that stands for a number and holds words is that column. What people said that a column is, and what an export wrote, stays.
 */
export function withState(
  { sheet, headings }: { sheet: Sheet; headings: Headings },
  fields: { [path: string]: CellField },
  states: States,
  answered: Set<string>,
): Headings {
  const isSaid = ({ heading }: { heading: string }): boolean => answered.has(plainHeading(heading))
  if (headings.columns.some((column) => column.path === 'version' || (column.path === 'state' && isSaid(column)))) return headings
  const below = sheet.rows.filter(({ row }) => row > headings.row)
  const words = (at: number): string[] => below.flatMap(({ cells }) => (isFilled(cells[at]) ? [shownText(cells[at]).trim()] : []))
  const tells = (at: number): boolean => {
    const filled = words(at)
    return filled.filter((text) => states(text)).length >= Math.max(1, filled.length * MOST)
  }
  const mayBe = headings.columns.filter(({ path, heading }) => fields[path]?.kind === 'number' && soundsLikeState(heading))
  const own = headings.columns.filter(({ path }) => path === 'state')
  const others = [...mayBe, ...headings.unknown.filter(({ heading }) => soundsLikeState(heading))]
  const found = [...own, ...others].find((column) => !isSaid(column) && tells(column.at))
  const { columns, unknown } = headings
  // Of a column of states that tells none, somebody is to hear that it is not used.
  const silent = own.filter((column) => column !== found && words(column.at).length > 0)
  if (!found && silent.length === 0) return headings
  const gone = new Set([...silent, ...(found ? [found] : [])].map(({ at }) => at))
  return {
    ...headings,
    columns: [...columns.filter(({ at }) => !gone.has(at)), ...(found ? [{ at: found.at, heading: found.heading, path: 'state' }] : [])],
    unknown: [...unknown.filter(({ at }) => !gone.has(at)), ...silent.map(({ at, heading }) => ({ at, heading }))],
  }
}
