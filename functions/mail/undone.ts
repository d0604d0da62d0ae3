import type { Ledger } from '../../shared/definition/ledger.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { World } from '../../shared/world.ts'
import { noticeId, readNotices } from '../store/notices.ts'
import { readEventsOf } from '../store/records.ts'
import { systemScope } from '../store/system-scope.ts'
import { hears } from './hears.ts'
import { mayRead, peopleAt, type Reader } from './recipients.ts'

/**
 * Who hears that something was taken back: whoever was written to about it, though he may read the record no more, and the office whose act it was. Nobody
 * hears of what he did himself.
 */
export async function toldBefore(
  ledger: Ledger,
  record: LedgerRecord,
  { seq, undoes = seq, by }: LedgerEvent,
  world: World,
  people: Reader[],
): Promise<Reader[]> {
  const gone = (await readEventsOf(systemScope(), record.ledger, record.id)).filter((event) => event.seq >= undoes && event.seq < seq)
  const told = gone.flatMap((event) =>
    hears(ledger, record, event, world).flatMap(({ holder }) =>
      peopleAt(holder, people).map((person) => ({ person, id: noticeId('event', record.ledger, record.id, event.seq, person.id) })),
    ),
  )
  const notices = await readNotices(
    systemScope(),
    told.map(({ id }) => id),
  )
  const written = told.flatMap(({ person }, at) => (notices[at]?.state === 'sent' ? [person] : []))
  const actors = gone.flatMap(({ by: { office } }) =>
    office.kind === 'system' || (office.kind === by.office.kind && office.id === by.office.id)
      ? []
      : peopleAt({ kind: office.kind, id: office.id }, people).filter((person) => mayRead(person, record)),
  )
  return [...new Set([...written, ...actors])].filter((person) => person.id !== by.id)
}
