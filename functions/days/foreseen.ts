import { addDays } from '../../shared/deadline/calendar.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Duty } from '../../shared/duty.ts'
import { type NewDay, newDays } from '../../shared/engine/new-days.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { definitions } from '../catalogue.ts'
import { owingUntil } from '../store/duties.ts'
import type { Ref } from '../store/keys.ts'
import { readMany } from '../store/records.ts'
import { systemScope } from '../store/system-scope.ts'
import { world } from '../world.ts'

export type Foreseen = { ledger: Ledger; record: LedgerRecord; moves: NewDay[]; settled: Duty[] }

const AT_ONCE = 100
/** Nobody owes anything later. */
const FAR = 366 * 30

/** The records of which open duties have another day by the calendar of today, or a provisional one that stays, soonest first. Reads whatever owes something; writes nothing. */
export async function* foreseen(today: string): AsyncGenerator<Foreseen> {
  const [{ calendar }, defined] = await Promise.all([world(), definitions(systemScope())])
  const ledgers = new Map(defined.map(({ ledger }) => [ledger.key, ledger]))
  for await (const refs of batches(owingUntil(systemScope(), addDays(today, FAR))))
    for (const record of await readMany(systemScope(), refs)) {
      const ledger = ledgers.get(record.ledger)
      const { moves, settled } = newDays(record, today, calendar)
      if (ledger && moves.length + settled.length > 0) yield { ledger, record, moves, settled }
    }
}

async function* batches(refs: AsyncGenerator<Ref>): AsyncGenerator<Ref[]> {
  let batch: Ref[] = []
  for await (const ref of refs) {
    if (batch.push(ref) < AT_ONCE) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
