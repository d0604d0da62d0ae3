import { canonical, same } from '../canonical.ts'
import type { Ledger } from '../definition/ledger.ts'
import type { LedgerEvent } from '../event.ts'
import type { LedgerRecord, Value } from '../record.ts'
import { readSitting } from '../sitting.ts'
import type { World } from '../world.ts'
import { heirOf } from './heir.ts'
import { empty } from './holds.ts'
import { deputyNamed } from './seats.ts'

/**
 * What of a record may stand on no other one of its ledger, as one text that is equal where the facts are: who entered it, and how it is spelled, makes no
 * difference. Undefined while one of the fields is empty, and of what is void or deleted.
 */
export function claimOf(ledger: Ledger, record: LedgerRecord, world: World): string | undefined {
  const { once } = ledger
  if (!once || record.deleted || ledger.states[record.state]?.phase === 'void') return undefined
  if (once.some((key) => empty(record.data[key]))) return undefined
  return canonical(once.map((key) => plain(ledger, key, record, world)))
}

/**
 * What a record holds for itself after a move. While it says the same it holds what it held: of two that were the same before that was asked, the second holds
 * nothing and goes on all the same.
 */
export function claimAfter(ledger: Ledger, before: LedgerRecord | undefined, after: LedgerRecord, world: World): string | undefined {
  const now = claimOf(ledger, after, world)
  return before && now === claimOf(ledger, before, world) ? before.once : now
}

/** The earlier event in which the same step told the same in its `once` fields; undefined when this is the first. What a file brought is no such step. */
export function saidBefore(ledger: Ledger, event: Telling, events: LedgerEvent[]): LedgerEvent | undefined {
  const once = ledger.transitions[event.transition]?.once
  if (!once || once.some((key) => empty(valueTold(event, key)))) return undefined
  return events.find(
    (other) => other.transition === event.transition && once.every((key) => alike(valueTold(other, key), valueTold(event, key))),
  )
}

type Telling = Pick<LedgerEvent, 'transition' | 'changes' | 'said'>

/** What an event tells of a field: what it wrote, or what was said once more. */
export const valueTold = ({ changes, said }: Pick<LedgerEvent, 'changes' | 'said'>, key: string): Value | undefined =>
  changes[key]?.new ?? said[key]

function plain(ledger: Ledger, key: string, { data, township }: LedgerRecord, world: World): Value {
  const value = data[key] as Value
  if (ledger.fields[key]?.kind === 'deputies')
    return list(value)
      .map((name) => deputy(name, township, world))
      .sort()
  if (ledger.fields[key]?.kind === 'text') return sittingText(String(value)) ?? bare(String(value))
  return Array.isArray(value) ? [...list(value)].sort() : value
}

/** A deputy is known by name and township; on a county record the township is that of the one registered deputy who bears the name. */
function deputy(name: string, township: string | null, world: World): string {
  const place = township ?? deputyNamed(name, null, world)[0]?.township ?? ''
  return `${bare(name)}@${heirOf(world, 'township', place)}`
}

/** A session of the congress by its numbers, however it is written. */
function sittingText(text: string): string | null {
  const sitting = readSitting(text)
  return sitting && `${sitting.of}${sitting.term}届${sitting.session}次`
}

/** On one record a session is the same whether or not both say of which congress. */
function alike(one: Value | undefined, other: Value | undefined): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') return same(one, other)
  const [a, b] = [readSitting(one), readSitting(other)]
  if (!a || !b) return bare(one) === bare(other)
  return a.term === b.term && a.session === b.session && (a.of === b.of || a.of === '' || b.of === '')
}

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '')

function list(value: Value): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}
