import { calendar } from '../../deadline/calendar.ts'
import { creatable } from '../../engine/creation.ts'
import { blankRecord } from '../../engine/moved.ts'
import { basicFields, mayCreate } from '../../engine/rights.ts'
import type { Scope } from '../../scope.ts'
import type { Effects, Ledger, Transition } from '../ledger.ts'

/**
 * Fields that nobody can ever fill, as far as the ledger itself says: no form of creation or edit offers them, no step that a person takes asks them, none
 * sets them, and they have no value from the start. What other ledgers fill when they create on this one is for the gate between ledgers to know.
 */
export function unfilled(ledger: Ledger): string[] {
  const filled = new Set([...created(ledger), ...edited(ledger), ...asked(ledger), ...set(ledger)])
  return Object.entries(ledger.fields)
    .filter(([key, field]) => !filled.has(key) && !field.retired && field.kind !== 'computed' && !preset(field))
    .map(([key]) => key)
}

const preset = (field: object): boolean => 'default' in field && field.default !== undefined

const places = { county: [null], township: ['place'], both: [null, 'place'] }

/** What the form of a new record asks somebody: the engine is asked for an office of each kind, and for every place that a record may have. */
function created(ledger: Ledger): string[] {
  const world = { calendar: calendar([], [], []), offices: [], sittings: [] }
  const kinds = ['county', 'township', 'unit', 'deputy'] as const
  const scopes = kinds.map((kind): Scope => ({ person: 'p', name: '', role: 'admin', office: { kind, id: 'place' }, township: 'place' }))
  const makers = scopes.filter((scope) => mayCreate(ledger, scope))
  return makers.flatMap((scope) =>
    places[ledger.level ?? 'both'].flatMap((township) => {
      const known = { id: '', township, state: ledger.initial, year: 0, data: {} }
      return creatable(ledger, blankRecord({ ledger, scope, today: '', world }, '', known), scope, world)
    }),
  )
}

function edited(ledger: Ledger): string[] {
  return ledger.may.edit.flatMap((access) => (typeof access === 'string' ? undefined : access.fields) ?? basicFields(ledger))
}

const ofPeople = ({ by }: Transition): boolean => by.some((word) => word !== 'system')

function asked({ transitions }: Ledger): string[] {
  const asks = Object.values(transitions)
    .filter(ofPeople)
    .flatMap((move) => move.asks ?? [])
  return asks.map((ask) => ask.replace('?', ''))
}

function set({ born, transitions }: Ledger): string[] {
  const effects: Effects[] = [born ?? {}, ...Object.values(transitions).flatMap((move) => [move, ...(move.branches ?? [])])]
  const sets = effects.flatMap((each) => Object.entries(each.sets ?? {}))
  const counted = effects.flatMap(({ creates }) => (creates ?? []).flatMap((each) => (each.counted ? [each.counted.slice(1)] : [])))
  return [...counted, ...sets.filter(([, value]) => !('put' in value) || value.put !== null).map(([key]) => key)]
}
