import type { LedgerRecord } from '../../shared/record.ts'
import { type Mark, readMark } from './audience.ts'

/** What the keys of an entry alone tell of it. */
export type Row = Mark & {
  ledger: string
  part: string
  id: string
  state: string
  year: number
  term?: number
  session?: number
  createdAt: string
  /** Day of the soonest open duty. */
  dueOn?: string
}

/** Sort key of what has none: after every day, after every number. */
export const LAST = '\uFFFD'

/**
 * The key by which entries are sorted by soonest day: day, ledger, year with term and session, creation, id; then, so that filters need not open an entry,
 * its state and its mark.
 */
export function dueKey(
  record: Pick<LedgerRecord, 'ledger' | 'id' | 'state' | 'year' | 'term' | 'session' | 'createdAt'>,
  dueOn: string | undefined,
  mark: string,
): string {
  return `${dayPlace(record, dueOn)}#${record.state}#${mark}`
}

/** The place in the order by soonest day: the key without state and mark, which may change while somebody turns the page. */
export function dayPlace(
  { ledger, id, year, term, session, createdAt }: Pick<LedgerRecord, 'ledger' | 'id' | 'year' | 'term' | 'session' | 'createdAt'>,
  dueOn: string | undefined,
): string {
  return `${dueOn ?? LAST}#${ledger}#${year}.${term ?? ''}.${session ?? ''}#${createdAt}#${id}`
}

/** Reads the key back. The partition stands at the end of the entry's own `pk`. */
export function readDueKey(pk: string, key: string): Row {
  const [due = '', ledger = '', sitting = '', createdAt = '', id = '', state = '', mark = ''] = key.split('#')
  const [year, term, session] = sitting.split('.')
  const part = partIn(pk)
  return {
    ledger,
    part,
    id,
    state,
    year: Number(year),
    ...(term ? { term: Number(term) } : {}),
    ...(session ? { session: Number(session) } : {}),
    createdAt,
    ...(due === LAST ? {} : { dueOn: due }),
    ...readMark(part, mark),
  }
}

/** True for a key by day; false for one of a form before this. */
export function isDueKey(key: unknown): boolean {
  return typeof key === 'string' && key.split('#').length === 7
}

/** The place in that order that a key holds. */
export function placeIn(key: string): string {
  return key.split('#').slice(0, 5).join('#')
}

/** Whose a partition is: what stands last in its key. */
export function partIn(pk: string): string {
  return pk.slice(pk.lastIndexOf('#') + 1)
}
