import { daysBetween } from '../../shared/deadline/calendar.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { linksOf } from '../../shared/definition/links.ts'
import { soonestDay } from '../../shared/duty.ts'
import { lastDay } from '../../shared/engine/day.ts'
import { hiddenFields, without } from '../../shared/engine/readers.ts'
import { heading } from '../../shared/heading.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import type { RecordAnswer, RefAnswer } from '../../shared/wire.ts'
import type { World } from '../../shared/world.ts'
import type { Catalogue } from '../catalogue.ts'
import { tellDuty } from './tell-duty.ts'

/** In whose eyes and on which day a record is told. */
export type Eyes = { scope: Scope; today: string; world: World; catalogue: Catalogue }

/** A record as the caller may see it: fields hidden from him are left out, what is computed from the day is filled in. */
export function tellRecord(ledger: Ledger, record: LedgerRecord, refs: RefAnswer[], { scope, today, world }: Eyes): RecordAnswer {
  const { id, number, township, parent, state, version, year, term, session, createdAt, updatedAt, createdBy, took } = record
  const data = without(record.data, hiddenFields(ledger, record, scope, world))
  const duties = record.duties.map((duty) => tellDuty(duty, ledger, today))
  const dueOn = soonestDay(record.duties)
  return {
    id,
    ledger: ledger.key,
    ...(number ? { number } : {}),
    heading: heading(ledger, record),
    township,
    ...(parent ? { parent } : {}),
    refs,
    state,
    version,
    year,
    ...(term === undefined ? {} : { term }),
    ...(session === undefined ? {} : { session }),
    createdAt,
    updatedAt,
    createdBy,
    ...(lastDay(record) ? { on: lastDay(record) } : {}),
    data,
    duties,
    dueOn,
    overdue: duties.some((duty) => duty.overdue),
    took,
  }
}

/** The records that a record names: its parent, and those in fields that the caller may see. */
export function namedBy(ledger: Ledger, record: LedgerRecord, { scope, world }: Eyes): { as: string; ledger: string; id: string }[] {
  const hidden = hiddenFields(ledger, record, scope, world)
  const fields = linksOf(ledger.fields, without(record.data, hidden)).map(({ field, ledger, id }) => ({ as: field, ledger, id }))
  return [...(record.parent ? [{ as: 'parent', ...record.parent }] : []), ...fields]
}

/** A linked record in one line. */
export function tellRef(as: string, record: LedgerRecord, eyes: Eyes): RefAnswer[] {
  const ledger = eyes.catalogue.get(record.ledger)?.ledger
  if (!ledger) return []
  const { id, number, state, township } = record
  const named = firstOffice(ledger, record, eyes)
  const office = as === 'child' ? doerOf(record, named) : named
  const says = ledger.tells && without(record.data, hiddenFields(ledger, record, eyes.scope, eyes.world))[ledger.tells]
  return [
    {
      as,
      ledger: ledger.key,
      id,
      ...(number ? { number } : {}),
      heading: heading(ledger, record),
      state,
      township,
      ...(office ? { office } : {}),
      ...(typeof says === 'string' ? { says } : {}),
      owed: owed(record, eyes.today),
    },
  ]
}

/** An office that a part only names, and that never owed anything of it, does not do it where the county does. */
function doerOf({ duties }: LedgerRecord, named: RefAnswer['office']): RefAnswer['office'] {
  const owes = duties.map(({ holder }) => holder)
  const county = named && !owes.some(({ kind, id }) => kind === named.kind && id === named.id) && owes.find(({ kind }) => kind === 'county')
  return county ? { kind: 'county', id: county.id } : named
}

function firstOffice(ledger: Ledger, record: LedgerRecord, { scope, world }: Eyes): RefAnswer['office'] {
  const hidden = hiddenFields(ledger, record, scope, world)
  for (const [key, field] of Object.entries(ledger.fields)) {
    const value = record.data[key]
    if (field.kind === 'office' && !hidden.includes(key) && typeof value === 'string' && value !== '') return { kind: field.of, id: value }
  }
  return undefined
}

function owed({ duties }: LedgerRecord, today: string): RefAnswer['owed'] {
  const dueOn = soonestDay(duties)
  if (duties.some(({ state }) => state === 'open'))
    return { state: 'open', dueOn, daysLeft: dueOn === null ? null : daysBetween(today, dueOn) }
  return duties.some(({ state }) => state === 'paused') ? { state: 'paused', dueOn: null, daysLeft: null } : null
}
