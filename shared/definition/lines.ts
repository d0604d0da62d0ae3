import type { Column, Field, FieldOf } from './field.ts'

/** A text of at most so many characters is one line: a title, a name, a number. Longer ones have paragraphs. */
const LINE = 200
const USUAL = 2000

/** The most characters that a text may have. */
export function longest(field: FieldOf<'text'>): number {
  return field.max ?? USUAL
}

/** True for a text of one line, which is asked, stored and written without breaks. */
export function isOneLine(field: Field | Column): boolean {
  return field.kind === 'text' && longest(field) <= LINE
}

/** True for a number that names a year, as its bounds tell: it is written 2026, and no 2,026. */
export function isYear(field: Field | Column): boolean {
  return field.kind === 'number' && (field.min ?? 0) >= 1900 && (field.max ?? 9999) <= 2200
}
/** A field in words that are put around its text. */
export const textIn = /\{@([\w-]+)\}/g
