import type { Ledger, Transition } from '../definition/ledger.ts'
import type { Holder } from '../duty.ts'
import { grouped } from '../grouped.ts'
import type { Data, LedgerRecord } from '../record.ts'
import type { Scope } from '../scope.ts'
import type { Office, World } from '../world.ts'
import { heirOf, livingHolder, officeAt } from './heir.ts'
import { remembered } from './remembered.ts'

type Seated = Pick<LedgerRecord, 'township' | 'createdBy' | 'data' | 'duties'>

/**
 * The offices, deputies and persons that a word stands for on this record, repeats once; of an office that ended, whoever took it over. Words for whole kinds
 * (`anyUnit`, `public`) name nobody in particular.
 */
export function seats(ledger: Ledger, record: Seated, words: string[], world: World): Holder[] {
  return unique(namedSeats(ledger, record, words, world).map((holder) => livingHolder(world, holder)))
}

/** The same as they are named, ended ones too. */
export function namedSeats(ledger: Ledger, record: Seated, words: string[], world: World): Holder[] {
  return unique(words.flatMap((word) => seat(ledger, record, word, world)))
}

function unique(found: Holder[]): Holder[] {
  return found.filter((holder, at) => found.findIndex((other) => sameHolder(other, holder)) === at)
}

function seat(ledger: Ledger, record: Seated, word: string, world: World): Holder[] {
  if (word === 'county') return [county]
  if (word.startsWith('county:@')) return [deskOf(record.data[word.slice(8)])]
  if (word.startsWith('county:')) return [{ ...county, desk: word.slice(7) }]
  if (word === 'owner') return record.township === null ? [county] : [{ kind: 'township', id: record.township }]
  if (word === 'township') return record.township === null ? [] : [{ kind: 'township', id: record.township }]
  if (word === 'creator') return creatorOf(record)
  if (word.startsWith('@')) return named(ledger, record, word.slice(1), world)
  return []
}

const county: Holder = { kind: 'county', id: 'county' }

/** The desk that a choice names; while it names none, the whole office is meant. */
const deskOf = (value: unknown): Holder => (typeof value === 'string' && value !== '' ? { ...county, desk: value } : county)

/** What the county enters for a township is the township's: the county never stands in for it, not even as the one who typed it in. */
function creatorOf({ createdBy, township }: Seated): Holder[] {
  const { kind, id } = createdBy.office
  if (kind === 'system') return []
  return kind === 'county' && township !== null ? [{ kind: 'township', id: township }] : [{ kind, id }]
}

function named(ledger: Ledger, record: Seated, key: string, world: World): Holder[] {
  const field = ledger.fields[key]
  const values = list(record.data, key)
  if (field?.kind === 'office' || field?.kind === 'offices') return values.map((id) => ({ kind: field.of, id }))
  if (field?.kind === 'person') return values.map((id) => ({ kind: 'person', id }))
  if (field?.kind === 'deputies')
    return values.flatMap((name) => deputyNamed(name, record.township, world)).map((office) => ({ kind: 'deputy', id: office.id }))
  return []
}

/**
 * The one registered deputy of the township who bears the name; with two of one name, nobody. On a county record the whole county is looked at. Whose
 * qualification ended and whose office was closed is nobody, so that who was elected after him under the same name is meant.
 */
export function deputyNamed(name: string, township: string | null, world: World): Office[] {
  const bearers = bearersOf(name, township, world)
  return bearers.length === 1 ? bearers : []
}

/** Every registered deputy of the township who bears the name. */
export function bearersOf(name: string, township: string | null, world: World): Office[] {
  const namesakes = deputiesOf(world.offices).get(name) ?? []
  return namesakes.filter((office) => township === null || sameTownship(world, office.township, township))
}

/** The registered deputies of the county by name. */
const deputiesOf = remembered((offices: Office[]) =>
  grouped(
    offices.filter((office) => office.kind === 'deputy' && !office.closed),
    (office) => office.name.zh,
  ),
)

/** True for one township, and for one that took over the other. */
function sameTownship(world: World, one: string | undefined, other: string): boolean {
  return one !== undefined && heirOf(world, 'township', one) === heirOf(world, 'township', other)
}

function list(data: Data, key: string): string[] {
  const value = data[key]
  if (Array.isArray(value)) return value.filter((each) => typeof each === 'string')
  return typeof value === 'string' && value !== '' ? [value] : []
}

/** True when two holders are the same office (and desk), deputy or person. */
export function sameHolder(a: Holder, b: Holder): boolean {
  return a.kind === b.kind && a.id === b.id && a.desk === b.desk
}

/** True when the scope sits in the seat: its own office, its desk (administrators sit at every desk), or the person himself. */
export function sits(scope: Scope, holder: Holder): boolean {
  if (holder.kind === 'person') return holder.id === scope.person
  if (holder.kind !== scope.office.kind || (holder.kind !== 'county' && holder.id !== scope.office.id)) return false
  return holder.desk === undefined || scope.role === 'admin' || (scope.desks ?? []).includes(holder.desk)
}

/** How the scope may act on a transition: in its own seat, or standing in for these principals, or not at all (rule 2). In its own seat it names whom, or nobody. */
export type Standing = { own: true; holder: Holder; principals: Holder[] } | { own: false; principals: Holder[] } | null

/** In which seat the scope takes a step `by` these words, or for whom; a step that discharges duties is their holders’ too. */
export function standing(
  ledger: Ledger,
  record: Seated,
  by: string[],
  discharges: string[],
  inPerson: boolean,
  scope: Scope,
  world: World,
): Standing {
  const me: Holder = { kind: scope.office.kind, id: scope.office.id }
  if (scope.system) return by.includes('system') ? { own: true, holder: me, principals: [] } : null
  if (scope.role === 'leader') return null
  const kinds = by.flatMap((word) => ({ anyTownship: ['township'], anyUnit: ['unit'], anyDeputy: ['deputy'] })[word] ?? [])
  const holders = by.includes('holder')
    ? record.duties
        .filter((duty) => discharges.includes(duty.key) && (duty.state === 'open' || duty.state === 'paused'))
        .map((duty) => duty.holder)
    : []
  const all = [...seats(ledger, record, by, world), ...holders.map((holder) => livingHolder(world, holder))]
  const mine = kinds.includes(scope.office.kind) ? me : all.find((holder) => sits(scope, holder))
  const principals = inPerson ? [] : unique(all).filter((holder) => standsIn(scope, record, holder, world))
  if (mine) return { own: true, holder: mine, principals }
  return principals.length ? { own: false, principals } : null
}

/** The duties of which whoever acts as `holder` holds an open one: those that the step discharges, and those that go on. */
export function seatDuties({ discharges = [], owing = [] }: Pick<Transition, 'discharges' | 'owing'>): string[] {
  return [...discharges, ...owing]
}

/** True when the step was the scope's to take for a duty that it, or whom it stands in for, held once and owes no longer. */
export function heldOnce(ledger: Ledger, record: Seated, rule: Transition, scope: Scope, world: World): boolean {
  const then = { ...record, duties: record.duties.map((duty) => ({ ...duty, state: 'open' as const })) }
  return rule.by.includes('holder') && standing(ledger, then, rule.by, seatDuties(rule), rule.inPerson === true, scope, world) !== null
}

/** The county stands in for units, the record's township for its deputies (on a county record the county). Never for a township. */
function standsIn(scope: Scope, record: Seated, holder: Holder, world: World): boolean {
  if (holder.kind === 'unit') return scope.office.kind === 'county'
  if (holder.kind !== 'deputy') return false
  if (record.township === null) return scope.office.kind === 'county'
  const deputy = officeAt(world.offices, 'deputy', holder.id)
  return (
    scope.office.kind === 'township' &&
    sameTownship(world, scope.office.id, record.township) &&
    (deputy?.township === undefined || sameTownship(world, deputy.township, record.township))
  )
}
