import type { Field, FieldOf } from './field.ts'

export type Link = { ledger: string; id: string }

/** The records that a value of a `records` field names, in their order. A field without `of` takes records of any ledger, each written `ledger/id`. */
export function linksIn(field: FieldOf<'records'>, value: unknown): Link[] {
  const texts = Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []
  return texts.flatMap((text) => {
    const link = field.of === undefined ? anyLink(text) : { ledger: field.of, id: text }
    return link ? [link] : []
  })
}

/** A record as such a field writes it. */
export function linkText(field: FieldOf<'records'>, { ledger, id }: Link): string {
  return field.of === undefined ? `${ledger}/${id}` : id
}

/** The records that a record's own fields name, each with the field. */
export function linksOf(fields: Record<string, Field>, data: { [field: string]: unknown }): (Link & { field: string })[] {
  return Object.entries(fields).flatMap(([key, field]) =>
    field.kind === 'records' ? linksIn(field, data[key]).map((link) => ({ ...link, field: key })) : [],
  )
}

/** `ledger/id`; null for a text that is none. */
function anyLink(text: string): Link | null {
  const [ledger = '', id = '', more] = text.split('/')
  return ledger && id && more === undefined ? { ledger, id } : null
}
