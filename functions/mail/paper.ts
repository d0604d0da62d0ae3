import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Holder } from '../../shared/duty.ts'
import { hiddenFields } from '../../shared/engine/readers.ts'
import { sameHolder, seats } from '../../shared/engine/seats.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import type { Label } from '../../shared/names.ts'
import { papersOf } from '../../shared/papers/standing.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { sees } from '../../shared/scope.ts'
import { spokenOf } from '../../shared/spoken.ts'
import { sentPaper } from '../../shared/words/news.ts'
import { did } from '../../shared/words/sentence.ts'
import type { World } from '../../shared/world.ts'
import { definition } from '../catalogue.ts'
import type { Clock } from '../clock.ts'
import { type Issued, issuedOf } from '../store/issued.ts'
import { type Notice, noticeId, queueNotice } from '../store/notices.ts'
import { readRecord } from '../store/records.ts'
import { systemScope } from '../store/system-scope.ts'
import { county } from '../world.ts'
import { deliver } from './deliver.ts'
import { addressedTo, envelope } from './envelope.ts'
import { type News, subject } from './news.ts'
import { officeName } from './office-name.ts'
import { named } from './owed.ts'
import type { Step } from './progress.ts'
import { addressee, mayRead, officeToken, peopleAt, type Reader, readersOfMail, silenced } from './recipients.ts'
import type { Happened } from './tell.ts'
import { inWhole, type Part } from './whole.ts'

/**
 * Writes to whom a paper goes that was sent out with a letter, once to each person: under which number, and where it is opened. The paper itself stays here,
 * since it may name people; deputies hear of it in their one mail a day. Throws when a mail may still go out later.
 */
export async function tellPaper({ ledger: key, id, event }: Happened, clock: Clock): Promise<void> {
  const scope = systemScope()
  const { paper } = event
  const [found, read, editions] = await Promise.all([
    definition(scope, key),
    readRecord(scope, key, id),
    paper ? issuedOf(scope, { ledger: key, id }, paper.key) : [],
  ])
  const issued = editions.find(({ edition }) => edition === paper?.edition)
  if (!found || !read || !issued?.mails) return
  const record = await inWhole(read)
  const [{ world }, people] = await Promise.all([county(), readersOfMail(clock.today)])
  const own = officeToken(event.by.office as Holder)
  const failures: unknown[] = []
  for (const holder of whither(found.ledger, record, issued, world)) {
    if (officeToken(holder) === own) continue
    for (const person of peopleAt(holder, people).filter((each) => mayHave(each, found.ledger, record, issued, world)))
      await write(record, event, issued, holder, world, person, found.ledger, clock).catch((error) => failures.push(error))
  }
  if (failures.length > 0) throw failures[0]
}

/** The offices and deputies to whom a paper goes, each once; of a whole kind, all that are open. */
function whither(ledger: Ledger, record: LedgerRecord, { paper }: Issued, world: World): Holder[] {
  const words = papersOf(ledger)[paper]?.for ?? []
  const kinds = (['township', 'unit'] as const).filter((kind) => words.includes(kind === 'township' ? 'anyTownship' : 'anyUnit'))
  const whole = world.offices
    .filter(({ kind, closed }) => !closed && kinds.some((each) => each === kind))
    .map(({ kind, id }): Holder => ({ kind, id }))
  const all = [...seats(ledger, record, words, world), ...whole]
  return all.filter((holder, at) => all.findIndex((other) => sameHolder(other, holder)) === at)
}

/** Whoever could open the paper himself. */
function mayHave(person: Reader, ledger: Ledger, record: LedgerRecord, issued: Issued, world: World): boolean {
  const { id, name, role, office, desks } = person
  const scope = { person: id, name, role, office, ...(desks ? { desks } : {}) }
  const hidden = hiddenFields(ledger, record, scope, world)
  return mayRead(person, record) && sees(scope, issued.to) && !hidden.some((key) => issued.fields.includes(key))
}

async function write(
  record: Part,
  event: LedgerEvent,
  issued: Issued,
  holder: Holder,
  world: World,
  person: Reader,
  ledger: Ledger,
  clock: Clock,
): Promise<void> {
  const who = officeName(world, event.by.office)
  const about = named(ledger, record)
  const done = did(who, calledOf(issued), sentPaper(calledOf(issued)))
  const notice: Omit<Notice, 'subject' | 'state'> = {
    id: noticeId('paper', record.ledger, record.id, issued.paper, issued.edition, person.id),
    record: about,
    owner: record.township ?? 'county',
    rule: 'paper',
    on: event.on,
    ...addressee(person),
    office: officeToken(holder),
    at: clock.now.toISOString(),
  }
  if (holder.kind === 'deputy') {
    const step: Step = { kind: 'step', on: event.on, who, step: calledOf(issued), did: done }
    await queueNotice(systemScope(), {
      ...notice,
      rule: 'progress',
      on: clock.today,
      to: person.email,
      subject: step.step,
      state: 'planned',
      content: step,
    })
    return
  }
  const content: News = {
    ...addressedTo(person, world),
    on: event.on,
    cause: 'paper',
    who,
    step: calledOf(issued),
    did: done,
    record: about,
    spoken: spokenOf(ledger),
    items: [],
    paper: { key: issued.paper, edition: issued.edition },
  }
  const mail = await envelope(person, content, clock.now)
  const whole: Notice = { ...notice, subject: subject(content), state: 'claimed', content }
  await deliver(whole, silenced(person), mail, clock)
}

/** 《催办函》（人大办函〔2026〕3号）. */
function calledOf({ label, word, year, no }: Issued): Label {
  return { zh: `《${label.zh}》（${word}〔${year}〕${no}号）`, en: `“${label.en}” (${word}〔${year}〕${no})` }
}
