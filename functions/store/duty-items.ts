import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Duty, Holder } from '../../shared/duty.ts'
import { heading } from '../../shared/heading.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import type { Item } from './expressions.ts'
import { keys } from './keys.ts'

/**
 * An open duty as the indexes know it; the record holds the whole of it, with its derivation. `year`, `term`, `session` and `as` lack in what an
 * earlier release wrote.
 */
export type OpenDuty = {
  duty: Pick<Duty, 'id' | 'key' | 'holder' | 'openedOn' | 'dueOn'>
  record: Pick<LedgerRecord, 'ledger' | 'id' | 'number' | 'township' | 'state' | 'term' | 'session'> & { heading: string; year?: number }
  /** The fields of the record in which the holder stands. */
  as?: string[]
}

/** One item for each open duty, with its holder, soonest first, those without a day last. */
export function dutyItems(scope: Scope, ledger: Ledger, record: LedgerRecord): Item[] {
  const head: OpenDuty['record'] = {
    ledger: record.ledger,
    id: record.id,
    ...(record.number ? { number: record.number } : {}),
    heading: [...heading(ledger, record)].slice(0, 120).join(''),
    township: record.township,
    state: record.state,
    year: record.year,
    ...(record.term === undefined ? {} : { term: record.term }),
    ...(record.session === undefined ? {} : { session: record.session }),
  }
  return record.duties
    .filter((duty) => duty.state === 'open')
    .map(({ id, key, holder, openedOn, dueOn }) => {
      const open: OpenDuty = { duty: { id, key, holder, openedOn, dueOn }, record: head, as: naming(ledger, record, holder) }
      return { pk: keys.holder(scope, holder), sk: `${dueOn ?? '9999-99-99'}#${record.ledger}#${record.id}#${id}`, ...open }
    })
}

function naming(ledger: Ledger, { data }: LedgerRecord, { kind, id }: Holder): string[] {
  const named = (key: string) => [data[key]].flat().includes(id)
  return Object.entries(ledger.fields).flatMap(([key, field]) => ('of' in field && field.of === kind && named(key) ? [key] : []))
}
