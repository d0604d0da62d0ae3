import type { Field } from '../../shared/definition/field.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { isOneLine } from '../../shared/definition/lines.ts'
import { namingField } from '../../shared/heading.ts'
import type { Scope } from '../../shared/scope.ts'

export type Column = {
  source: string
  as: 'lamp' | 'number' | 'heading' | 'township' | 'state' | 'duties' | 'dueOn' | 'year' | 'createdAt' | 'updatedAt' | 'field'
  hidden: boolean
}

/** So many columns stand side by side on a desk of 1,366 px. */
const ROOM = 8

/** Kinds that never fit into one line of a table. */
const tall: Field['kind'][] = ['items', 'files', 'ballot', 'poll']

/**
 * The columns of a ledger's list. Without `list.columns`: lamp, number, heading, township, first names, first office, state, due day; everything else
 * short stands hidden, to be chosen. The lamp always leads, the heading is always there, and nobody is shown a column that says the same in every row.
 */
export function columnsOf(ledger: Ledger, scope: Scope): Column[] {
  const main = namingField(ledger)
  const fields = Object.entries(ledger.fields).filter(([key, field]) => isShort(field) && key !== main)
  const declared = ledger.list.columns.map((source) => (source === main ? 'heading' : source))
  const people = fields.find(([, field]) => field.kind === 'deputies' || field.kind === 'names')?.[0]
  const office = scope.office.kind === 'unit' ? undefined : fields.find(([, field]) => field.kind === 'office')?.[0]
  const inferred = ['number', 'heading', 'township', people, office, 'state', 'dueOn'].filter(
    (source): source is string => source !== undefined,
  )
  const shown = (declared.length > 1 ? declared : inferred).filter(
    (source) => source !== 'lamp' && !(source === 'township' && isOwn(ledger, scope)),
  )
  const whole = ['lamp', ...(shown.includes('heading') ? shown : ['heading', ...shown])]
  // The lamp tells the day as well: where room is short, the day goes first.
  const order = whole.length > ROOM ? whole.filter((source) => source !== 'dueOn') : whole
  const owes = Object.keys(ledger.duties).length > 0 ? ['duties'] : []
  const rest = ['number', 'township', 'state', ...owes, 'dueOn', 'year', ...fields.map(([key]) => key), 'createdAt', 'updatedAt'].filter(
    (source) => !order.includes(source),
  )
  return [...order.map((source) => column(ledger, source, false)), ...rest.map((source) => column(ledger, source, true))].filter(
    (each, at, all) =>
      all.findIndex((other) => other.source === each.source) === at && (each.as !== 'field' || ledger.fields[each.source] !== undefined),
  )
}

/** Short enough for a table or half a line of a form. */
export function isShort(field: Field): boolean {
  return !isLong(field) && !tall.includes(field.kind) && field.only !== 'event' && !field.retired
}

/** Texts that are read, not glanced at. */
export function isLong(field: Field): boolean {
  return field.kind === 'text' && !isOneLine(field)
}

const headers = ['lamp', 'number', 'heading', 'township', 'state', 'duties', 'dueOn', 'year', 'createdAt', 'updatedAt'] as const

function column(_ledger: Ledger, source: string, hidden: boolean): Column {
  const as = headers.find((each) => each === source)
  return { source, as: as ?? 'field', hidden }
}

function isOwn(ledger: Ledger, scope: Scope): boolean {
  return scope.office.kind === 'township' || ledger.level === 'county'
}
