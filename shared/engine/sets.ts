import type { Effects } from '../definition/ledger.ts'
import type { Data, LedgerRecord, Value } from '../record.ts'
import { sittingName, sittingOn, termName } from '../sitting.ts'
import type { Turn } from './moved.ts'

/** Applies `sets`: put a value (null clears), add to a number, copy another field (or the parent's), stamp the day, the actor, his office, the term or session. */
export function applySets(turn: Turn, data: Data, sets: Effects['sets'], parent?: LedgerRecord): Data {
  const next = { ...data }
  for (const [key, set] of Object.entries(sets ?? {})) {
    if ('put' in set) next[key] = set.put
    else if ('add' in set) next[key] = (typeof data[key] === 'number' ? (data[key] as number) : 0) + set.add
    else if ('copy' in set)
      next[key] = set.copy.startsWith('@') ? (data[set.copy.slice(1)] ?? null) : (parent?.data[set.copy.slice('parent.'.length)] ?? null)
    else next[key] = stamp(set.stamp, turn.ledger.fields[key]?.kind, turn)
  }
  return next
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
