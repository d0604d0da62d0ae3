import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Duty } from '../../shared/duty.ts'
import { heading } from '../../shared/heading.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import type { Item } from './expressions.ts'
import { keys, shardOf } from './keys.ts'

/** An open duty as the indexes know it; the record holds the whole of it, with its derivation. */
export type OpenDuty = {
  duty: Pick<Duty, 'id' | 'key' | 'holder' | 'openedOn' | 'dueOn'>
  record: { ledger: string; id: string; number?: string; heading: string; township: string | null; state: string }
}

/** One item for each open duty: by day (g1, only with a day) and by holder, soonest first, those without a day last (g2). */
export function dutyItems(scope: Scope, ledger: Ledger, record: LedgerRecord): Item[] {
  const head: OpenDuty['record'] = {
    ledger: record.ledger,
    id: record.id,
    ...(record.number ? { number: record.number } : {}),
    heading: [...heading(ledger, record)].slice(0, 120).join(''),
    township: record.township,
    state: record.state,
  }
  return record.duties
    .filter((duty) => duty.state === 'open')
    .map(({ id, key, holder, openedOn, dueOn }) => {
      const rest = `${record.ledger}#${record.id}#${id}`
      const open: OpenDuty = { duty: { id, key, holder, openedOn, dueOn }, record: head }
      return {
        ...keys.duty(scope, record.ledger, record.id, id),
        ...(dueOn ? { g1pk: keys.day(scope, shardOf(record.id)), g1sk: `${dueOn}#${rest}` } : {}),
        g2pk: keys.holder(scope, holder),
        g2sk: `${dueOn ?? '9999-99-99'}#${rest}`,
        ...open,
      }
    })
}
