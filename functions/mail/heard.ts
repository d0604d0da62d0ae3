import { shanghaiDay } from '../../shared/deadline/days.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { spokenOf } from '../../shared/spoken.ts'
import type { Wordings } from '../../shared/wording.ts'
import type { World } from '../../shared/world.ts'
import type { Clock } from '../clock.ts'
import { fileNotices, type Notice, noticeId, readNotices } from '../store/notices.ts'
import { systemScope } from '../store/system-scope.ts'
import { offered } from './act.ts'
import { deliver } from './deliver.ts'
import { addressedTo, envelope } from './envelope.ts'
import type { Hearing } from './hears.ts'
import { type News, subject } from './news.ts'
import { officeName } from './office-name.ts'
import { named, owed } from './owed.ts'
import { addressee, mayRead, officeToken, type Reader, silenced } from './recipients.ts'
import { doneOf, type Taken } from './step.ts'
import { inOwnWords, ownWords } from './wording.ts'

/** Writes to one person about an event, once. Throws when the mail may still go out later. */
export async function write(
  ledger: Ledger,
  record: LedgerRecord,
  taken: Taken,
  hearing: Hearing,
  { world, wordings }: { world: World; wordings: Wordings | undefined },
  person: Reader,
  clock: Clock,
) {
  const { event } = taken
  const duties = record.duties.filter(({ id, state }) => hearing.duties.includes(id) && (hearing.cause === 'cancelled' || state === 'open'))
  const on = toldAsOf(event, clock)
  const items =
    hearing.cause === 'cancelled'
      ? []
      : duties.map((duty) => inOwnWords(owed(ledger, record, duty), hearing.cause, wordings, on, officeName(world, duty.holder)))
  const about = named(ledger, record)
  const act = hearing.act === undefined ? undefined : offered(ledger, hearing.act)
  const owing = act ? { owed: { duty: act.label, dueOn: null, on } } : {}
  const words =
    items.length > 0 ? undefined : ownWords(hearing.cause, wordings, { record: about, office: officeName(world, hearing.holder), ...owing })
  const closed = record.deleted || !mayRead(person, record)
  const content: News = {
    ...addressedTo(person, world),
    on,
    cause: hearing.cause,
    ...doneOf(ledger, taken, world, record, person.office),
    ...(hearing.freed ? { freed: true as const } : {}),
    ...(act ? { act } : {}),
    ...(closed ? { closed: true as const } : {}),
    record: about,
    spoken: spokenOf(ledger),
    items,
    ...(words ? { words } : {}),
  }
  const notice: Notice = {
    ...draft(record, event, hearing, content, clock),
    id: noticeId('event', record.ledger, record.id, event.seq, person.id),
    ...addressee(person),
    content,
  }
  const gone = hearing.cause !== 'decided' && hearing.duties.length > 0 && duties.length === 0
  const late = gone || (hearing.cause === 'next' && record.state !== event.to)
  await deliver(notice, late ? 'over' : silenced(person), await envelope(person, content, clock.now), clock)
}

/** What is entered days later is told as of the day on which it was entered, by the clock that holds here. */
function toldAsOf({ on, at }: LedgerEvent, { today }: Clock): string {
  const [entered = on] = [today, shanghaiDay(at)].sort()
  return [on, entered].sort()[1] ?? on
}

/** An office that has nobody to write to stands in the log, once. */
export async function unheard(ledger: Ledger, record: LedgerRecord, event: LedgerEvent, hearing: Hearing, world: World, clock: Clock) {
  const office = officeToken(hearing.holder)
  const id = noticeId('event', record.ledger, record.id, event.seq, office)
  const scope = systemScope()
  const [known] = await readNotices(scope, [id])
  if (known) return
  const text = { record: named(ledger, record), spoken: spokenOf(ledger), items: [], cause: hearing.cause, on: toldAsOf(event, clock) }
  const notice = draft(record, event, hearing, text, clock)
  await fileNotices(scope, [{ ...notice, id, to: officeName(world, hearing.holder).zh, state: 'suppressed', reason: 'noPerson' }])
}

type Text = Parameters<typeof subject>[0]

function draft(record: LedgerRecord, event: LedgerEvent, hearing: Hearing, text: Text, clock: Clock): Omit<Notice, 'id' | 'to'> {
  return {
    record: text.record,
    owner: record.township ?? 'county',
    ...(hearing.duties[0] ? { duty: hearing.duties[0] } : {}),
    rule: hearing.cause,
    // As long as it is news, its mail is tried again: an event of days ago that was entered now is news from now on.
    on: toldAsOf(event, clock),
    office: officeToken(hearing.holder),
    subject: subject(text),
    state: 'claimed',
    at: clock.now.toISOString(),
  }
}
