import { without } from '../../shared/engine/readers.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import type { EventAnswer } from '../../shared/wire.ts'
import { commitments, keyOf } from '../store/seal.ts'

/**
 * An event as somebody may see it from whom these fields are hidden. In form 2 the hash can be checked by everybody, by the commitments; the values told
 * come with their keys, so that it shows that these are what was committed to. In form 1 the hash would tell a hidden value to whoever tries values: it
 * is told to those from whom nothing is hidden.
 */
export function tellEvent(event: LedgerEvent, hidden: string[], secret = ''): EventAnswer {
  const changes = Object.fromEntries(Object.entries(event.changes).filter(([field]) => !hidden.includes(field)))
  const said = without(event.said, hidden)
  const blind = hidden.length > 0
  const told = { ...event, changes, said, ...(blind && (event.form === 1 || event.bridge) ? { prev: '' } : {}) }
  if (event.form === 1) return blind ? { ...told, hash: '' } : told
  const keys = (part: 'changes' | 'said', of: object) =>
    Object.fromEntries(Object.keys(of).map((field) => [field, keyOf(event, part, field, secret)]))
  const prev = event.bridge && !blind ? { prev: keyOf(event, 'prev', '', secret) } : {}
  return { ...told, commits: commitments(event, secret), keys: { changes: keys('changes', changes), said: keys('said', said), ...prev } }
}
