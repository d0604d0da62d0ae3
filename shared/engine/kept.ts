import type { Column, Field } from '../definition/field.ts'
import { isOneLine } from '../definition/lines.ts'
import type { Value } from '../record.ts'
import { manyLines, oneLine } from '../text.ts'

/**
 * A value as it is stored, through whichever door it comes: texts of one line without a break in them, longer ones without control signs, nothing with
 * blanks at its ends. What is of another kind than its field passes as it is, to be judged afterwards.
 */
export function kept(field: Field | Column, value: unknown): Value {
  if (typeof value === 'string') return field.kind === 'text' && !isOneLine(field) ? manyLines(value) : oneLine(value)
  if (!Array.isArray(value)) return (value ?? null) as Value
  return value.map((each) =>
    typeof each === 'string' ? oneLine(each) : field.kind === 'items' ? keptRow(field.columns, each) : each,
  ) as Value
}

function keptRow(columns: Record<string, Column>, row: unknown): unknown {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return row
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, Object.hasOwn(columns, key) ? kept(columns[key] as Column, value) : value]),
  )
}
