import type { Label } from '../names.ts'
import type { Value } from '../record.ts'
import type { Field, FieldOf } from './field.ts'

/** A field as pages, papers and registers have it: under its own name, or, where the first of its names leads, the first under that name and the others under theirs (`rest`). */
export type Part<F extends Field = Field> = { path: string; field: F; of: (value: Value | undefined) => Value | undefined }

/** What stands behind a field's key in the path of those who do not lead. */
const REST = '.rest'

/** The parts of a field, in order. */
export function partsOf<F extends Field>(key: string, field: F): Part<F>[] {
  if (!('rest' in field) || field.rest === undefined) return [{ path: key, field, of: (value) => value }]
  const others = { ...field, label: field.rest, headings: undefined } as F
  return [
    { path: key, field, of: (value) => some(listed(value).slice(0, 1)) },
    { path: `${key}${REST}`, field: others, of: (value) => some(listed(value).slice(1)) },
  ]
}

/** The field that a path means: itself, or the one of which it is the part of those who do not lead. */
export function wholeOf(path: string): string {
  return path.endsWith(REST) ? path.slice(0, -REST.length) : path
}

/** What both parts together are called, where all of it is asked or counted at once. */
export function wholeLabel(field: { label: Label } & Partial<Pick<FieldOf<'deputies'>, 'rest'>>): Label {
  const { label, rest } = field
  return rest ? { zh: `${label.zh}、${rest.zh}`, en: `${label.en}, ${rest.en.toLowerCase()}` } : label
}

/** One value of what stands in both parts: who leads, then the others, each once. Absent where nobody is named. */
export function joinedParts(lead: Value | undefined, rest: Value | undefined): Value | undefined {
  return some([...new Set([...listed(lead), ...listed(rest)])])
}

const listed = (value: Value | undefined): string[] => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [])

const some = (names: string[]): string[] | undefined => (names.length > 0 ? names : undefined)
