import type { Column } from '../../shared/definition/field.ts'
import { inRow } from '../../shared/in-row.ts'
import type { Cell } from '../../shared/record.ts'
import { choice } from './choice.tsx'
import { date } from './date.tsx'
import type { Around, Kind, Kinds } from './kind.ts'
import { number } from './number.tsx'
import { office } from './office.tsx'
import { text } from './text.tsx'
import { yesno } from './yesno.tsx'

/** The kinds that a column of a small table may be of. */
export const cells: Pick<Kinds, Column['kind']> = { text, number, date, yesno, choice, office }

export function kindOfCell(column: Column): Kind {
  return cells[column.kind] as Kind
}

/** What stands in a cell, in one line; empty for nothing. */
export function cellText(column: Column, cell: unknown, around: Around): string {
  const value = inRow(column, cell as Cell | undefined)
  if (value === undefined || value === null || value === '') return ''
  return kindOfCell(column).text(value, column as never, around)
}
