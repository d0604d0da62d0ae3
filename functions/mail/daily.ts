import { isWorkday } from '../../shared/deadline/calendar.ts'
import type { Label } from '../../shared/names.ts'
import type { World } from '../../shared/world.ts'
import { failedAfterwards } from '../afterwards.ts'
import { claimLetter, confirmLetter, failLetter, finishLetter, readLetters } from '../store/letters.ts'
import { fileNotices, fileWaiting } from '../store/notices.ts'
import { putProof } from '../store/proofs.ts'
import { noteSaid } from '../store/said.ts'
import { systemScope } from '../store/system-scope.ts'
import { type Digest, digest, subject } from './digest.ts'
import { digests, type Mailing, mailingOf, unsaid, type When } from './digests.ts'
import { dueToday } from './due-today.ts'
import { letter } from './letter.tsx'
import { type Links, linksFor } from './links.ts'
import { mend } from './mend.ts'
import { type Waiting, waitingNews } from './progress.ts'
import { recheck } from './recheck.ts'
import { wayTo } from './recipients.ts'
import { send, Unanswered, Undeliverable } from './send.ts'

/** What a run did, counted in mails. `skipped`: went out before, or another run has it in hand. */
export type Run = { date: string; planned: number; sent: number; skipped: number; failed: number }

const AT_ONCE = 6

/**
 * The reminders of a day (`2026-07-09`, Asia/Shanghai), at most one mail for each person: claim, send, confirm. May run twice, or twice at
 * once: the claim of the letter decides. A run that dies leaves a claim, which is taken over once it is stale; only when it died
 * between the mail service's answer and the confirmation, or that answer was lost, can a person get that mail twice: the letter then says so (`again`).
 * What cannot be written down of one letter keeps nobody else from his: the run ends, proves what became of all, and then fails, so that it is begun again.
 * Sends nothing on a rest day, or when `dryRun`.
 */
export async function daily(date: string, now: Date, { dryRun = false }: { dryRun?: boolean } = {}): Promise<Run> {
  if (!dryRun) await mend(date, { now, today: date })
  const { world, own, standings, mailings: open, silent, dropped, done } = await prepare(date, now)
  const run: Run = { date, planned: open.length + done, sent: 0, skipped: done, failed: 0 }
  if (dryRun) return run
  await fileNotices(systemScope(), [...silent, ...dropped])
  const waiting = [...open]
  const faults: unknown[] = []
  const unwritten = (error: unknown) => {
    faults.push(error)
    failedAfterwards(`a letter of ${date}`, error)
    return 'failed' as const
  }
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      run[await post(next, world, { date, now, own, standings }).catch(unwritten)] += 1
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  // Its turn comes late: a start need not read it.
  const { prove } = await import('./prove.ts')
  await putProof(await prove(date, now))
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} of ${open.length} letters of ${date} could not be written down`)
  return run
}

/** What a run on that day would send now, and to whom; sends and stores nothing. */
export async function preview(date: string, now: Date): Promise<{ world: World; mailings: (Mailing & { words: Label })[] }> {
  const { world, mailings } = await prepare(date, now)
  return { world, mailings: mailings.map((mailing) => ({ ...mailing, words: subject(mailing.content) })) }
}

/** The mails that are still open on a day, and how many went out before. */
async function prepare(date: string, now: Date) {
  const due = await dueToday(date)
  const letters = await readLetters(
    systemScope(),
    due.people.map(({ id }) => ({ person: id, on: date })),
  )
  const done = new Set(letters.flatMap((each) => (each?.state === 'sent' ? [each.person] : [])))
  const { news, dropped } = isWorkday(due.world.calendar, date) ? await waitingNews(due.people) : nothing
  const { mailings, silent } = digests(due, news, date, now)
  const open = mailings.filter(({ reader }) => !done.has(reader.id))
  return { world: due.world, own: due.own, standings: due.standings, mailings: open, silent, dropped, done: done.size }
}

const nothing = { news: new Map<string, Waiting[]>(), dropped: [] }

async function post({ reader, sayings, waiting }: Mailing, world: World, when: When): Promise<'sent' | 'skipped' | 'failed'> {
  const scope = systemScope()
  const { date, now } = when
  const { id: person } = reader
  const { live, over, now: found } = await recheck(sayings)
  await fileNotices(
    scope,
    over.map((saying) => unsaid(saying, 'over', world, { date, now })),
  )
  if (live.length + waiting.length === 0) return 'skipped'
  const { content, notices, news, said } = mailingOf(reader, { sayings: live, waiting }, world, {
    ...when,
    // What was done since the morning is counted no more, as it is listed no more.
    found: over.length > 0 ? found : undefined,
  })
  const says = notices.length + news.length
  if (!(await claimLetter(scope, { person, on: date, says }, content, now))) return 'skipped'
  await fileNotices(scope, notices)
  await fileWaiting(scope, news)
  const links = await linksFor(reader.standIn?.id ?? person, date, now)
  const answer = await send({ ...wayTo(reader), ...written(content, links), tags: { person, day: date } }).catch((error: Error) => error)
  if (answer instanceof Error) {
    const reason = answer instanceof Undeliverable ? 'refused' : 'later'
    console.error('A letter was not sent', { person, day: date, reason, error: answer.name })
    const doubt = answer instanceof Unanswered
    await failLetter(scope, { person, on: date, at: now.toISOString() }, reason, { again: reason === 'later', doubt })
    return 'failed'
  }
  await confirmLetter(scope, person, date, answer.messageId)
  await noteSaid(scope, said, now)
  await fileNotices(scope, news)
  await finishLetter(scope, person, date)
  return 'sent'
}

/** The mail of a day as it is sent, or, with links that act for nobody, shown again. */
export function written(content: Digest, links: Links): { subject: string; html: string; text: string } {
  return letter(digest(content, links))
}
