import { wholeOf } from '../definition/parted.ts'
import type { Headings } from './headings.ts'
import type { CellField } from './meanings.ts'
import { isFilled, type SheetRow } from './sheet.ts'

/**
 * Tells the rows that an export wrote, whose cells hold values and nothing that people write beside them: by the version in each, in a text file of an earlier release by the
 * headings, which are the state and every field.
 */
export function byExport({ columns }: Headings, fields: { [path: string]: CellField }): (row: SheetRow) => boolean {
  const places = new Map(columns.map(({ path, at }) => [path, at]))
  const version = places.get('version')
  if (version !== undefined) return ({ cells }) => isFilled(cells[version])
  const whole = places.has('state') && Object.entries(fields).every(([path, { retired }]) => retired || places.has(wholeOf(path)))
  return () => whole
}
