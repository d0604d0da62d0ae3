import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Duty } from '../../shared/duty.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { World } from '../../shared/world.ts'
import { noticeId, readNotices } from '../store/notices.ts'
import { readEventsOf } from '../store/records.ts'
import { systemScope } from '../store/system-scope.ts'
import { type Hearing, hears } from './hears.ts'
import { mayRead, peopleAt, type Reader } from './recipients.ts'

/** The events that one took back, the first of them its step; none for any other. */
export async function goneWith({ ledger, id }: LedgerRecord, { seq, undoes }: LedgerEvent): Promise<LedgerEvent[]> {
  if (undoes === undefined) return []
  return (await readEventsOf(systemScope(), ledger, id)).filter((event) => event.seq >= undoes && event.seq < seq)
}

/**
 * Who hears that these were taken back, what he owes again by that, and whether all that he owed on the item went with them: whoever was written to about
 * them, though he may read the record no more, the office whose act it was, and whoever owes something again. Nobody hears of what he did himself, nor, where no letter told of it, of what his own office did.
 */
export async function toldBefore(
  ledger: Ledger,
  record: LedgerRecord,
  { by }: LedgerEvent,
  gone: LedgerEvent[],
  world: World,
  people: Reader[],
): Promise<{ person: Reader; hearing: Hearing }[]> {
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
  const isOwn = (office: { kind: string; id: string }) => office.kind === by.office.kind && office.id === by.office.id
  const actors = gone.flatMap(({ by: { office } }) =>
    office.kind === 'system' || isOwn(office)
      ? []
      : peopleAt({ kind: office.kind, id: office.id }, people).filter((person) => mayRead(person, record)),
  )
  const freed = freedBy(gone, record, people)
  const anew = givenBack(gone, record).map((duty) => ({ duty, holders: peopleAt(duty.holder, people) }))
  const owing = anew.flatMap(({ duty, holders }) => (duty.holder.kind === 'deputy' ? [] : holders)).filter(({ office }) => !isOwn(office))
  return [...new Set([...written, ...actors, ...owing])]
    .filter((person) => person.id !== by.id)
    .map((person) => {
      const duties = anew.flatMap(({ duty, holders }) => (holders.includes(person) ? [duty.id] : []))
      return { person, hearing: { holder: person.office, cause: 'undone', duties, ...(freed(person) ? { freed: true } : {}) } }
    })
}

/** What is owed again, or by another day, since these events were taken back. */
function givenBack(gone: LedgerEvent[], { duties }: LedgerRecord): Duty[] {
  const touched = gone.flatMap(({ discharged, voided, moved }) => [...discharged, ...voided, ...moved.map(({ id }) => id)])
  return duties.filter(({ id, state }) => state === 'open' && touched.includes(id))
}

/** Of whom these events had asked something, who owes nothing on the record any more. */
function freedBy(gone: LedgerEvent[], { duties }: LedgerRecord, people: Reader[]): (person: Reader) => boolean {
  const asked = gone.flatMap(({ opened }) => opened.flatMap(({ holder }) => peopleAt(holder, people)))
  const owing = duties.flatMap(({ state, holder }) => (state === 'open' || state === 'paused' ? peopleAt(holder, people) : []))
  return (person) => asked.includes(person) && !owing.includes(person)
}
