import type { Effects } from './ledger.ts'
import type { Turn } from './moved.ts'
import type { Data, LedgerRecord, Value } from './record.ts'

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
  const number = what === 'term' ? world.term : world.session
  if (number === undefined || kind === 'number') return number ?? null
  return what === 'term' ? `${chinese(number)}届` : `${world.term === undefined ? '' : `${chinese(world.term)}届`}${chinese(number)}次`
}

const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** A number from 0 to 99 as it is written in names of terms and sessions: 十七. */
export function chinese(number: number): string {
  if (number < 10) return digits[number] ?? String(number)
  if (number > 99) return String(number)
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return `${tens > 1 ? digits[tens] : ''}十${ones ? digits[ones] : ''}`
}
