import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Duty } from '../../shared/duty.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import type { Wordings } from '../../shared/wording.ts'
import { newsWords, urges } from '../../shared/words/news.ts'
import { did } from '../../shared/words/sentence.ts'
import type { World } from '../../shared/world.ts'
import { failedAfterwards } from '../afterwards.ts'
import type { Clock } from '../clock.ts'
import { settled } from '../store/letters.ts'
import { fileNotices, type Notice, noticeId, readNotice, readNotices, STALE } from '../store/notices.ts'
import { county } from '../world.ts'
import { deliver } from './deliver.ts'
import { addressedTo, envelope } from './envelope.ts'
import { type News, subject } from './news.ts'
import { named, officeName, owed, spokenOf } from './owed.ts'
import { addressOf, officeToken, peopleAt, type Reader, readersOfMail, silenced } from './recipients.ts'
import { inOwnWords } from './wording.ts'

/** A record of which somebody is urged; with `only`, on that duty. */
export type Urged = { ledger: Ledger; record: LedgerRecord; only?: string | undefined }
type Late = { ledger: Ledger; record: LedgerRecord; duty: Duty }
type Urging = { scope: Scope; world: World; wordings: Wordings | undefined; clock: Clock }

/**
 * Writes to those who are late on these records, on behalf of the caller's office: one mail to each person, whatever he is late with, and of each duty he hears
 * once a day. `later`: mails that go when the mail service is there again. Refuses when nobody else is late, when nobody can be written to, and when all were
 * urged today.
 */
export async function urge(
  scope: Scope,
  asked: Urged[],
  clock: Clock,
): Promise<{ sent: number; later?: number } | { refused: 'none' | 'nobody' | 'already' }> {
  const own = officeToken(scope.office)
  const isLate = ({ state, dueOn, holder }: Duty) =>
    state === 'open' && dueOn !== null && dueOn < clock.today && officeToken(holder) !== own
  const meant = asked.flatMap(({ ledger, record, only }) =>
    record.duties
      .filter((duty) => isLate(duty) && (only === undefined || duty.id === only))
      .map((duty): Late => ({ ledger, record, duty })),
  )
  const late = [...new Map(meant.map((each) => [`${each.record.id}#${each.duty.id}`, each])).values()]
  if (late.length === 0) return { refused: 'none' }
  late.sort((a, b) => ((a.duty.dueOn ?? '') < (b.duty.dueOn ?? '') ? -1 : 1))
  const [{ world, settings }, people] = await Promise.all([county(), readersOfMail(clock.today)])
  const mails = new Map<string, { person: Reader; late: Late[] }>()
  for (const each of late)
    for (const person of peopleAt(each.duty.holder, people)) {
      // A desk's letter of one item is read by colleagues who may read that item, and perhaps no other.
      const key = person.office.kind === 'county' ? `${person.id}#${each.record.id}` : person.id
      const mail = mails.get(key) ?? { person, late: [] }
      mail.late.push(each)
      mails.set(key, mail)
    }
  if (mails.size === 0) return { refused: 'nobody' }
  const went = { sent: 0, later: 0 }
  for (const { person, late: mine } of mails.values()) {
    const done = await write(person, mine, { scope, world, wordings: settings.wording, clock })
    if (done) went[done === 'later' ? 'later' : 'sent'] += 1
  }
  const { sent, later } = went
  return sent + later > 0 ? { sent, ...(later > 0 ? { later } : {}) } : { refused: 'already' }
}

/** One mail of all that the person was not urged about today. The notice of what is worst holds it, and the others lean on that one. */
async function write(person: Reader, late: Late[], { scope, world, wordings, clock }: Urging): Promise<boolean | 'later'> {
  const ids = late.map((each) => idOf(each, person, clock))
  const found = (await readNotices(scope, ids)).filter((notice) => notice !== null)
  const stale = new Date(clock.now.getTime() - STALE).toISOString()
  const told = (await settled(scope, found)).filter(({ state, at }) => state !== 'failed' && (state !== 'claimed' || at >= stale))
  const open = late.filter((_, at) => !told.some(({ id }) => id === ids[at]))
  const [worst, ...rest] = open
  if (!worst) return false
  const who = officeName(world, scope.office)
  const contentOf = (first: Late, all: Late[]): News => ({
    ...addressedTo(person, world),
    on: clock.today,
    cause: 'urged',
    who,
    step: newsWords.urged,
    did: did(who, newsWords.urged, urges),
    record: named(first.ledger, first.record),
    spoken: spokenOf(first.ledger),
    items: all.map(({ ledger, record, duty }) =>
      inOwnWords(owed(ledger, record, duty), 'urge', wordings, clock.today, officeName(world, duty.holder)),
    ),
  })
  const content = contentOf(worst, open)
  const by = officeToken(scope.office)
  const main = { ...noticeOf(worst, person, content, clock), by }
  const mail = await envelope(person, content, clock.now)
  // What cannot go now is claimed and kept, and goes by itself when the mail service is there again.
  const done = await deliver(main, silenced(person), mail, clock).catch((error) => {
    failedAfterwards('urging', error)
    return 'later' as const
  })
  if (rest.length === 0 || (await readNotice(scope, main.id))?.at !== main.at) return done
  await fileNotices(
    scope,
    rest.map((each) => ({ ...noticeOf(each, person, contentOf(each, [each]), clock), by, subject: main.subject, said: main.id })),
  )
  return done
}

const idOf = ({ record, duty }: Late, person: Reader, { today }: Clock): string =>
  noticeId('urge', record.ledger, record.id, duty.id, today, person.id)

function noticeOf(late: Late, person: Reader, content: News, clock: Clock): Notice {
  const { record, duty } = late
  return {
    id: idOf(late, person, clock),
    record: content.record,
    owner: record.township ?? 'county',
    duty: duty.id,
    rule: 'urge',
    on: clock.today,
    dueOn: duty.dueOn,
    to: addressOf(person),
    person: person.id,
    office: officeToken(duty.holder),
    subject: subject(content),
    state: 'claimed',
    at: clock.now.toISOString(),
    content,
  }
}
