import { ballot } from './ballot.tsx'
import { cells } from './cells.ts'
import { choices } from './choice.tsx'
import { computed } from './computed.ts'
import { files } from './files.tsx'
import { items } from './items.tsx'
import type { AnyField, Around, Kind, Kinds } from './kind.ts'
import { deputies, names } from './names.tsx'
import { offices } from './office.tsx'
import { person } from './person.tsx'
import { poll } from './poll.tsx'
import { query } from './query.tsx'
import { records } from './records.tsx'

/** Every kind of field, one object each. A new kind is a line here and a file beside it. */
const kinds: Kinds = {
  ...cells,
  choices,
  offices,
  person,
  deputies,
  names,
  records,
  query,
  items,
  files,
  ballot,
  poll,
  computed,
}

export function kindOf(field: AnyField): Kind {
  return kinds[field.kind] as Kind
}

/** A value in one line; empty for nothing. */
export function fieldText(field: AnyField, value: unknown, around: Around): string {
  if (value === undefined || value === null || value === '') return ''
  return kindOf(field).text(value, field as never, around)
}
