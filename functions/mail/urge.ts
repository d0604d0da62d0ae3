import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Duty } from '../../shared/duty.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import { mailWords } from '../../shared/words/mail.ts'
import { failedAfterwards } from '../afterwards.ts'
import type { Clock } from '../clock.ts'
import { type Notice, noticeId } from '../store/notices.ts'
import { county } from '../world.ts'
import { deliver } from './deliver.ts'
import { addressedTo, envelope } from './envelope.ts'
import { type News, subject } from './news.ts'
import { named, officeName, owed } from './owed.ts'
import { addressOf, officeToken, peopleAt, type Reader, readersOfMail, silenced } from './recipients.ts'
import { inOwnWords } from './wording.ts'

/**
 * Writes to those who are late on a record (with `only`, on that duty), on behalf of the caller's office; each person hears of a duty once a
 * day. `later`: mails that go when the mail service is there again. Refuses when nobody else is late, when nobody can be written to, and when all were urged today.
 */
export async function urge(
  scope: Scope,
  ledger: Ledger,
  record: LedgerRecord,
  only: string | undefined,
  clock: Clock,
): Promise<{ sent: number; later?: number } | { refused: 'none' | 'nobody' | 'already' }> {
  const own = officeToken(scope.office)
  const late = record.duties.filter(
    ({ id, state, dueOn, holder }) =>
      state === 'open' && dueOn !== null && dueOn < clock.today && officeToken(holder) !== own && (only === undefined || id === only),
  )
  if (late.length === 0) return { refused: 'none' }
  const [{ world, settings }, people] = await Promise.all([county(), readersOfMail(clock.today)])
  const who = officeName(world, scope.office)
  const letters = late.flatMap((duty) => peopleAt(duty.holder, people).map((person) => ({ duty, person })))
  if (letters.length === 0) return { refused: 'nobody' }
  const went = { sent: 0, later: 0 }
  for (const { duty, person } of letters) {
    const content: News = {
      ...addressedTo(person, world),
      on: clock.today,
      cause: 'urged',
      who,
      step: mailWords.urged,
      record: named(ledger, record),
      items: [inOwnWords(owed(ledger, record, duty), 'urge', settings.wording, clock.today, officeName(world, duty.holder))],
    }
    const reason = silenced(person)
    const mail = await envelope(person, content, clock.now)
    // What cannot go now is claimed and kept, and goes by itself when the mail service is there again.
    const done = await deliver({ ...noticeOf(record, duty, person, content, clock), by: own }, reason, mail, clock).catch((error) => {
      failedAfterwards('urging', error)
      return 'later' as const
    })
    if (done) went[done === 'later' ? 'later' : 'sent'] += 1
  }
  const { sent, later } = went
  return sent + later > 0 ? { sent, ...(later > 0 ? { later } : {}) } : { refused: 'already' }
}

function noticeOf(record: LedgerRecord, duty: Duty, person: Reader, content: News, { now, today }: Clock): Notice {
  return {
    id: noticeId('urge', record.ledger, record.id, duty.id, today, person.id),
    record: content.record,
    owner: record.township ?? 'county',
    duty: duty.id,
    rule: 'urge',
    on: today,
    dueOn: duty.dueOn,
    to: addressOf(person),
    person: person.id,
    office: officeToken(duty.holder),
    subject: subject(mailWords.urged, content.record, content.items),
    state: 'claimed',
    at: now.toISOString(),
    content,
  }
}
