import type { Effects } from '../definition/ledger.ts'
import type { Data, LedgerRecord, Value } from '../record.ts'
import { sittingName, sittingOn, termName } from '../sitting.ts'
import { swapped } from './hand.ts'
import { kept } from './kept.ts'
import type { Turn } from './moved.ts'

type Set = NonNullable<Effects['sets']>[string]

/**
 * Applies `sets`: put a value (null clears), add to a number, copy another field (or the parent's), stamp the day, the actor, his office, the term or session.
 * `before`: the data before the step, by which it is judged whether an office has left.
 */
export function applySets(turn: Turn, data: Data, sets: Effects['sets'], parent?: LedgerRecord, before: Data = data): Data {
  const next = { ...data }
  for (const [key, set] of Object.entries(sets ?? {})) {
    if ('left' in set && set.left && !set.left.some((ref) => someLeft(before[ref.slice(1)], next[ref.slice(1)]))) continue
    const field = turn.ledger.fields[key]
    const value = valueSet(turn, data, key, set, parent)
    // Paragraphs that are copied into a field of one line lose their breaks.
    next[key] = field ? kept(field, value) : value
  }
  return next
}

const listed = (value: Value | undefined) => [value ?? []].flat()
const someLeft = (before: Value | undefined, after: Value | undefined) => listed(before).some((each) => !listed(after).includes(each))

function valueSet(turn: Turn, data: Data, key: string, set: Set, parent: LedgerRecord | undefined): Value {
  if ('put' in set) return set.put
  if ('add' in set) return (typeof data[key] === 'number' ? (data[key] as number) : 0) + set.add
  if ('stamp' in set) return stamp(set.stamp, turn.ledger.fields[key]?.kind, turn)
  if ('swap' in set) return swapped(turn, data, key, set.swap)
  const from = set.copy.startsWith('@') ? data[set.copy.slice(1)] : parent?.data[set.copy.slice('parent.'.length)]
  return from ?? null
}

function stamp(what: 'today' | 'actor' | 'office' | 'term' | 'session', kind: string | undefined, { scope, today, world }: Turn): Value {
  if (what === 'today') return today
  if (what === 'office') return scope.office.id
  if (what === 'actor') return kind === 'person' ? scope.person : scope.name
  const sitting = sittingOn(world.sittings, today)
  if (!sitting) return null
  if (kind === 'number') return sitting[what]
  return what === 'term' ? termName(sitting.term, 'zh') : sittingName(sitting, 'zh')
}
