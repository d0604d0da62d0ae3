import { addDays } from '../../shared/deadline/calendar.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Duty } from '../../shared/duty.ts'
import { type NewDay, newDays } from '../../shared/engine/new-days.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { definitions } from '../catalogue.ts'
import { owingUntil } from '../store/duties.ts'
import { readEach } from '../store/records.ts'
import { systemScope } from '../store/system-scope.ts'
import { world } from '../world.ts'

export type Foreseen = { ledger: Ledger; record: LedgerRecord; moves: NewDay[]; settled: Duty[] }

/** Nobody owes anything later. */
const FAR = 366 * 30

/**
 * The records of which open duties have another day by the calendar of today, or a provisional one that stays, soonest first. Reads whatever owes something;
 * writes nothing.
 */
export async function* foreseen(today: string): AsyncGenerator<Foreseen> {
  const [{ calendar }, defined] = await Promise.all([world(), definitions(systemScope())])
  const ledgers = new Map(defined.map(({ ledger }) => [ledger.key, ledger]))
  for await (const record of readEach(systemScope(), owingUntil(systemScope(), addDays(today, FAR)))) {
    const ledger = ledgers.get(record.ledger)
    const { moves, settled } = newDays(record, today, calendar)
    if (ledger && moves.length + settled.length > 0) yield { ledger, record, moves, settled }
  }
}
