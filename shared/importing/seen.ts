import type { Headings } from './headings.ts'
import { isFilled, type Sheet, shownText } from './sheet.ts'

/** A column as a file has it: its heading, the field or header that it is taken for (none: not taken), and its first values. */
export type SeenColumn = { at: number; heading: string; path?: string; samples: string[] }
/** A tab as it stands in the file, its first rows, so that whoever sent it sees what was read for what. `top`: the first row of its heading, where that has several. */
export type Seen = { name: string; top?: number; first: { row: number; cells: string[] }[]; columns: SeenColumn[] }

const ROWS = 12
const COLUMNS = 40
const SIGNS = 40
const SAMPLES = 3

/** The first rows of a tab, and its columns where a heading was found. */
export function seen(sheet: Sheet, headings?: Headings): Seen {
  const brief = (text: string): string => (text.length > SIGNS ? `${text.slice(0, SIGNS - 1)}…` : text)
  const first = sheet.rows.slice(0, Math.max(ROWS, sheet.rows.findIndex(({ row }) => row === headings?.row) + 4))
  const below = sheet.rows.filter(({ row }) => row > (headings?.row ?? 0))
  const columns = headings ? [...headings.columns, ...headings.unknown.map((column) => ({ ...column, path: undefined }))] : []
  return {
    name: sheet.name,
    ...(headings && headings.top < headings.row ? { top: headings.top } : {}),
    first: first
      .slice(0, 40)
      .map(({ row, cells }) => ({ row, cells: cells.slice(0, COLUMNS).map((cell) => brief(shownText(cell).trim())) })),
    columns: [...columns]
      .sort((a, b) => a.at - b.at)
      .slice(0, COLUMNS)
      .map(({ at, heading, path }) => ({
        at,
        heading,
        ...(path === undefined ? {} : { path }),
        samples: below.flatMap(({ cells }) => (isFilled(cells[at]) ? [brief(shownText(cells[at]).trim())] : [])).slice(0, SAMPLES),
      })),
  }
}
