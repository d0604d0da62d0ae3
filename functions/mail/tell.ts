import type { Ledger } from '../../shared/definition/ledger.ts'
import { type LedgerEvent, untold } from '../../shared/event.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Wordings } from '../../shared/wording.ts'
import type { World } from '../../shared/world.ts'
import { definition } from '../catalogue.ts'
import type { Clock } from '../clock.ts'
import { fileNotices, type Notice, noticeId, readNotices } from '../store/notices.ts'
import { readRecord } from '../store/records.ts'
import { systemScope } from '../store/system-scope.ts'
import { county } from '../world.ts'
import { deliver } from './deliver.ts'
import { addressedTo, envelope } from './envelope.ts'
import { type Hearing, hears } from './hears.ts'
import { aboutWhat, type News, subject } from './news.ts'
import { named, officeName, owed } from './owed.ts'
import { bringersOf, movedWith, queue } from './queue.ts'
import { addressOf, mayRead, officeToken, peopleAt, type Reader, readersOfMail, silenced } from './recipients.ts'
import { show, shownTo } from './shown.ts'
import { stepOf } from './step.ts'
import { toldBefore } from './undone.ts'
import { inOwnWords } from './wording.ts'

/** An event of a record, as the table's stream brings it. */
export type Happened = { ledger: string; id: string; event: LedgerEvent }

/**
 * Writes to whoever must hear of an event, once to each person, however often the event arrives; for deputies it waits for their one letter a day. Throws
 * when a mail may still go out later, so that the stream brings the event again; then only what is missing is sent.
 */
export async function tell({ ledger: key, id, event }: Happened, clock: Clock): Promise<void> {
  if (event.paper) return (await import('./paper.ts')).tellPaper({ ledger: key, id, event }, clock)
  // A register, or an office that ends, brings thousands of these at once; the daily job tells what is owed.
  if (untold(event) === 'nobody') return
  const scope = systemScope()
  const known = readRecord(scope, key, id, event.undoes === undefined ? {} : { deleted: true })
  const [found, record, { world, settings }] = await Promise.all([definition(scope, key), known, county()])
  if (!found || !record) return
  const all = hears(found.ledger, record, event, world)
  // Deputies hear of everything in one mail a day.
  const hearings = all.filter(({ holder }) => holder.kind !== 'deputy')
  const bringers = event.transition === 'calendar' ? movedWith(record, event) : bringersOf(found.ledger, record, event, world, all)
  const owner = shownTo(found.ledger, record, event, hearings, world)
  const shown = async () => owner && show(found.ledger, record, event, owner, world, clock)
  if (hearings.length + bringers.length === 0 && event.undoes === undefined) return void (await shown())
  const people = await readersOfMail(clock.today)
  await Promise.all(bringers.map((bringer) => queue(found.ledger, record, event, world, bringer, people, clock)))
  const before = event.undoes === undefined ? [] : await toldBefore(found.ledger, record, event, world, people)
  if (!before.some(({ office }) => owner && officeToken(office) === officeToken(owner))) await shown()
  const failures: unknown[] = []
  for (const hearing of hearings) {
    // Whoever owed something knows of the record; owner and creator are offices, and not everybody there reads everything.
    const told = peopleAt(hearing.holder, people).filter(
      (person) => person.id !== event.by.id && (hearing.duties.length > 0 || mayRead(person, record)),
    )
    if (told.length === 0) await unheard(found.ledger, record, event, hearing, world, clock)
    for (const person of told)
      await write(found.ledger, record, event, hearing, { world, wordings: settings.wording }, person, clock).catch((error) =>
        failures.push(error),
      )
  }
  for (const person of before) {
    const hearing: Hearing = { holder: person.office, cause: 'undone', duties: [] }
    await write(found.ledger, record, event, hearing, { world, wordings: settings.wording }, person, clock).catch((error) =>
      failures.push(error),
    )
  }
  if (failures.length > 0) throw failures[0]
}

async function write(
  ledger: Ledger,
  record: LedgerRecord,
  event: LedgerEvent,
  hearing: Hearing,
  { world, wordings }: { world: World; wordings: Wordings | undefined },
  person: Reader,
  clock: Clock,
) {
  const duties = record.duties.filter(({ id, state }) => hearing.duties.includes(id) && (hearing.cause === 'cancelled' || state === 'open'))
  const content: News = {
    ...addressedTo(person, world),
    on: event.on,
    cause: hearing.cause,
    who: officeName(world, event.by.office),
    step: stepOf(ledger, event),
    record: named(ledger, record),
    items:
      hearing.cause === 'cancelled'
        ? []
        : duties.map((duty) => inOwnWords(owed(ledger, record, duty), hearing.cause, wordings, event.on, officeName(world, duty.holder))),
  }
  const notice: Notice = {
    ...draft(record, event, hearing, content, clock),
    id: noticeId('event', record.ledger, record.id, event.seq, person.id),
    to: addressOf(person),
    person: person.id,
    content,
  }
  const late = hearing.cause === 'next' ? record.state !== event.to : hearing.duties.length > 0 && duties.length === 0
  await deliver(notice, late ? 'over' : silenced(person), await envelope(person, content, clock.now), clock)
}

/** An office that has nobody to write to stands in the log, once. */
async function unheard(ledger: Ledger, record: LedgerRecord, event: LedgerEvent, hearing: Hearing, world: World, clock: Clock) {
  const office = officeToken(hearing.holder)
  const id = noticeId('event', record.ledger, record.id, event.seq, office)
  const scope = systemScope()
  const [known] = await readNotices(scope, [id])
  if (known) return
  const text = { record: named(ledger, record), items: [], cause: hearing.cause }
  const notice = draft(record, event, hearing, text, clock)
  await fileNotices(scope, [{ ...notice, id, to: officeName(world, hearing.holder).zh, state: 'suppressed', reason: 'noPerson' }])
}

type Text = Pick<News, 'record' | 'items' | 'cause'>

function draft(record: LedgerRecord, event: LedgerEvent, hearing: Hearing, text: Text, { now }: Clock): Omit<Notice, 'id' | 'to'> {
  return {
    record: text.record,
    owner: record.township ?? 'county',
    ...(hearing.duties[0] ? { duty: hearing.duties[0] } : {}),
    rule: hearing.cause,
    on: event.on,
    office: officeToken(hearing.holder),
    subject: subject(aboutWhat(text.cause, text.items), text.record, text.items),
    state: 'claimed',
    at: now.toISOString(),
  }
}
