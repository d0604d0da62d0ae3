import { addDays } from '../../shared/deadline/calendar.ts'
import { planRange } from '../../shared/deadline/reminders.ts'
import { handOver } from '../../shared/engine/hand-over.ts'
import { live } from '../../shared/engine/owed.ts'
import type { Scope } from '../../shared/scope.ts'
import { definitions } from '../catalogue.ts'
import type { Closing } from '../store/closings.ts'
import { peopleOf } from '../store/people.ts'
import { readEach } from '../store/records.ts'
import { systemScope } from '../store/system-scope.ts'
import { county } from '../world.ts'
import { concerned } from './concerned.ts'

type Preview = { duties: number; records: number; people: number; notices: number }

/** So many days ahead reminders are foreseen. */
const DAYS_AHEAD = 30

/**
 * What would be handed over if an office were closed today: its open and paused duties, the records that an event would tell of it, the accounts that would
 * move,
 * and the reminders planned for these duties within thirty days. Of a part of its work (`chosen`), the same of that part; nobody moves. Nothing is written.
 */
export async function preview(
  scope: Scope,
  { kind, office, chosen }: Pick<Closing, 'kind' | 'office' | 'chosen'>,
  today: string,
): Promise<Preview> {
  const [{ world, settings }, people, known] = await Promise.all([county(), peopleOf('system', { kind, id: office }), definitions(scope)])
  const ledgers = new Map(known.map(({ ledger }) => [ledger.key, ledger]))
  // Handed to nobody in particular: only what would move is looked at.
  const succession = { kind, from: office, to: `${office}-` }
  const sum: Preview = { duties: 0, records: 0, people: chosen ? 0 : people.length, notices: 0 }
  for await (const record of readEach(systemScope(), concerned({ kind, office, ...(chosen ? { chosen } : {}) }, today))) {
    const ledger = ledgers.get(record.ledger)
    if (!ledger || !handOver(ledger, record, succession, scope, today, world, 'unread')) continue
    const duties = record.duties.filter((duty) => live(duty) && duty.holder.kind === kind && duty.holder.id === office)
    const items = duties.map((duty) => ({ duty, reminders: ledger.duties[duty.key]?.reminders }))
    sum.records += 1
    sum.duties += duties.length
    sum.notices += planRange(items, today, addDays(today, DAYS_AHEAD), world.calendar, { own: settings.reminders }).length
  }
  return sum
}
