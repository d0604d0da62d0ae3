import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Duty } from '../../shared/duty.ts'
import type { Scope } from '../../shared/scope.ts'
import { spokenOf } from '../../shared/spoken.ts'
import type { Wordings } from '../../shared/wording.ts'
import { newsWords, urges } from '../../shared/words/news.ts'
import { did } from '../../shared/words/sentence.ts'
import type { World } from '../../shared/world.ts'
import { failedAfterwards } from '../afterwards.ts'
import type { Clock } from '../clock.ts'
import { type Notice, noticeId, readNotices } from '../store/notices.ts'
import { county } from '../world.ts'
import { deliverTogether } from './deliver.ts'
import { addressedTo, envelope } from './envelope.ts'
import { type News, subject } from './news.ts'
import { officeName } from './office-name.ts'
import { named, owed } from './owed.ts'
import { addressee, officeToken, peopleAt, type Reader, readersOfMail, silenced } from './recipients.ts'
import { oneMail, together } from './together.ts'
import { inWholes, type Part } from './whole.ts'
import { inOwnWords } from './wording.ts'

/** A record of which somebody is urged; with `only`, on that duty. */
export type Urged = { ledger: Ledger; record: Part; only?: string | undefined }
type Late = { ledger: Ledger; record: Part; duty: Duty }
type Urging = { scope: Scope; world: World; wordings: Wordings | undefined; clock: Clock }

/**
 * Writes to those who are late on these records, on behalf of the caller's office: one mail to each person, whatever he is late with, and of each duty he hears
 * once a day. `later`: mails that go when the mail service is there again. Refuses when nobody else is late, when mail reaches nobody, and when all were
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
  const every = [...new Map(meant.map((each) => [`${each.record.id}#${each.duty.id}`, each])).values()]
  if (every.length === 0) return { refused: 'none' }
  const told = await inWholes(every.map(({ record }) => record))
  const late = every.map((each, at): Late => ({ ...each, record: told[at] ?? each.record }))
  late.sort((a, b) => ((a.duty.dueOn ?? '') < (b.duty.dueOn ?? '') ? -1 : 1))
  const [{ world, settings }, people] = await Promise.all([county(), readersOfMail(clock.today)])
  const mails = new Map<string, { person: Reader; late: Late[] }>()
  for (const each of late)
    for (const person of peopleAt(each.duty.holder, people)) {
      const key = oneMail(person, each.record.id)
      const mail = mails.get(key) ?? { person, late: [] }
      mail.late.push(each)
      mails.set(key, mail)
    }
  if (mails.size === 0) return { refused: 'nobody' }
  const went = { sent: 0, later: 0, already: 0, nobody: 0 }
  for (const { person, late: mine } of mails.values()) {
    went[await write(person, mine, { scope, world, wordings: settings.wording, clock })] += 1
  }
  const { sent, later, already } = went
  return sent + later > 0 ? { sent, ...(later > 0 ? { later } : {}) } : { refused: already > 0 ? 'already' : 'nobody' }
}

/** One mail of all that the person was not urged about today. `later`: it could not go now, or is on its way already. */
async function write(person: Reader, late: Late[], urging: Urging): Promise<'sent' | 'later' | 'already' | 'nobody'> {
  const { scope, clock } = urging
  const notices = late.map((each) => noticeOf(each, person, urging))
  const mail = async (claimed: [Notice, ...Notice[]]) => {
    const content = together(claimed)
    return { content, mail: await envelope(person, content, clock.now) }
  }
  // What cannot go now is kept, and goes by itself when the mail service is there again.
  const done = await deliverTogether(notices, silenced(person), mail, clock).catch((error) => {
    failedAfterwards('urging', error)
    return 'later' as const
  })
  if (done) return done === true ? 'sent' : done
  const found = await readNotices(
    scope,
    notices.map(({ id }) => id),
  )
  if (found.some((notice) => notice?.state === 'claimed' || notice?.reason === 'later')) return 'later'
  return found.some((notice) => notice?.state === 'sent') ? 'already' : 'nobody'
}

function noticeOf({ ledger, record, duty }: Late, person: Reader, { scope, world, wordings, clock }: Urging): Notice {
  const who = officeName(world, scope.office)
  const content: News = {
    ...addressedTo(person, world),
    on: clock.today,
    cause: 'urged',
    who,
    step: newsWords.urged,
    did: did(who, newsWords.urged, urges),
    record: named(ledger, record),
    spoken: spokenOf(ledger),
    items: [inOwnWords(owed(ledger, record, duty), 'urge', wordings, clock.today, officeName(world, duty.holder))],
  }
  return {
    id: noticeId('urge', record.ledger, record.id, duty.id, clock.today, person.id),
    record: content.record,
    owner: record.township ?? 'county',
    duty: duty.id,
    rule: 'urge',
    on: clock.today,
    dueOn: duty.dueOn,
    ...addressee(person),
    office: officeToken(duty.holder),
    by: officeToken(scope.office),
    subject: subject(content),
    state: 'claimed',
    at: clock.now.toISOString(),
    content,
  }
}
