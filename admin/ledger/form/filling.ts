import type { Ledger } from '../../../shared/definition/ledger.ts'
import { basicFields, editable } from '../../../shared/engine/rights.ts'
import type { LedgerRecord } from '../../../shared/record.ts'
import type { Scope } from '../../../shared/scope.ts'
import type { World } from '../../../shared/world.ts'
import { signersOf } from '../../fields/signers.ts'
import { isEmpty } from '../sections.ts'
import { isShown } from './FormFields.tsx'

/** The fields that somebody fills in when creating: what he could edit in the initial state, else the basic ones; always those required. */
export function creatableFields(ledger: Ledger, scope: Scope, world: World): string[] {
  const { now } = editable(ledger, blankOf(ledger, scope), scope, world)
  const required = Object.keys(ledger.fields).filter((key) => ledger.fields[key]?.required)
  return [...new Set([...required, ...(now.length ? now : basicFields(ledger))])].filter(
    (key) => ledger.fields[key]?.kind !== 'computed' && !ledger.fields[key]?.retired,
  )
}

/** A record that nothing has been filled into yet, as its creator's. */
export function blankOf(ledger: Ledger, scope: Scope): LedgerRecord {
  const own = { id: scope.person, name: scope.name, office: scope.office }
  const township = scope.office.kind === 'township' ? scope.office.id : (scope.township ?? null)
  return {
    id: '',
    ledger: ledger.key,
    township,
    state: ledger.initial,
    createdBy: own,
    data: {},
    duties: [],
    took: {},
    readers: [],
  } as unknown as LedgerRecord
}

/** Values that a new form begins with: those of the definition, and a deputy's own name where he signs. */
export function defaultsOf(ledger: Ledger, { office, name }: Pick<Scope, 'office' | 'name'>): Record<string, unknown> {
  const signs = office.kind === 'deputy' ? signersOf(ledger) : []
  return Object.fromEntries(
    Object.entries(ledger.fields).flatMap(([key, field]): [string, unknown][] => {
      if (signs.includes(key)) return [[key, [name]]]
      return 'default' in field && field.default !== undefined ? [[key, field.default]] : []
    }),
  )
}

/** What is sent: filled in, and shown. A field that its condition hides keeps its value on the page, and stays at home. */
export function filledIn(
  ledger: Ledger,
  fields: string[],
  values: Record<string, unknown>,
  today: string,
  person: string,
): Record<string, unknown> {
  return Object.fromEntries(
    fields.filter((key) => !isEmpty(values[key]) && isShown(ledger, key, values, today, person)).map((key) => [key, values[key]]),
  )
}
