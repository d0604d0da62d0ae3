import type { Column } from './definition/field.ts'
import type { Cell } from './record.ts'

/** What stands in a cell of a small table: a yes or no that nobody has said yet is no, as of a paper that has not come in. */
export function inRow(column: Pick<Column, 'kind'>, value: Cell | undefined): Cell {
  return value ?? (column.kind === 'yesno' ? false : null)
}
