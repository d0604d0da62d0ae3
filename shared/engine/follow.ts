import { same } from '../canonical.ts'
import type { Ledger } from '../definition/ledger.ts'
import type { LedgerRecord } from '../record.ts'
import type { Scope } from '../scope.ts'
import type { Kin, World } from '../world.ts'
import { around, bound } from './around.ts'
import { refresh } from './computed.ts'
import { compact, type Moved, moved } from './moved.ts'
import { followAnchors, owing } from './owed.ts'

/**
 * Brings a record up to what it hangs on, as that is now: fields that take their value from there, and open duties that count from a day there (rule 14).
 * What is over keeps its values, and done duties their day. Null when nothing moves. `scope` is the engine's.
 */
export function follow(ledger: Ledger, record: LedgerRecord, scope: Scope, today: string, world: World, kin: Kin): Moved | null {
  const phase = ledger.states[record.state]?.phase
  const over = phase === 'done' || phase === 'void'
  const data = over ? record.data : compact(refresh(ledger, compact(bound(ledger, record.data, kin))))
  const owed = followAnchors(owing(record.duties), around(ledger, data, kin), today, world.calendar)
  if (same(data, record.data) && same(owed.duties, record.duties)) return null
  return moved({ ledger, scope, today, world }, record, { ...record, data }, owed, { transition: 'edit', parent: kin.parent })
}
