import type { Ledger } from '../../../shared/definition/ledger.ts'
import { isOneLine } from '../../../shared/definition/lines.ts'

/** A number by which one person is found: of a mobile telephone, of a line with its area, of an identity card. */
const PERSONAL = /(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}[-－]?\d{7,8}|\d{17}[\dXx])(?!\d)/

/**
 * Where such a number belongs instead: the lines of this form that few read, when it stands in a text that everybody reads who opens the item. Empty where
 * it stands well, or where the form has no such line.
 */
export function keptFromMost({ fields }: Pick<Ledger, 'fields'>, form: string[], key: string, value: unknown): string[] {
  const field = fields[key]
  if (field?.kind !== 'text' || field.seenBy || typeof value !== 'string' || !PERSONAL.test(value)) return []
  return form.filter((each) => {
    const other = fields[each]
    return other?.kind === 'text' && other.seenBy !== undefined && isOneLine(other)
  })
}
