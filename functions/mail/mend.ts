import { daysBetween } from '../../shared/deadline/calendar.ts'
import type { Clock } from '../clock.ts'
import { originHere } from '../here.ts'
import { failLetter, finishLetter, type Letter, readUnfinished } from '../store/letters.ts'
import { noticesOfLetter } from '../store/notice-pages.ts'
import { failNotice, fileNotices, type Notice } from '../store/notices.ts'
import { noteSaid, overviewSaid, type Said } from '../store/said.ts'
import { systemScope } from '../store/system-scope.ts'
import { isPeriod } from './overview.ts'

/** News that are older than this help nobody any more; the log says that they never went out. */
const DAYS = 3

/**
 * Finishes what a run that died left behind, as far as its claims are stale: a letter that went out has its rungs noted, and its news wait no longer; one of
 * an earlier day that did not go out is given up, so that its items stand in today's; a mail of its own, or of an account, is sent now.
 * Answers whether a letter of this day is still to go out.
 */
export async function mend(date: string, clock: Clock): Promise<boolean> {
  let open = false
  const mails: Notice[] = []
  for await (const found of readUnfinished(systemScope(), clock.now)) {
    if ('letter' in found) open = (await mendLetter(found.letter, date, clock)) || open
    else if ('account' in found) await (await import('./account-mail.ts')).mailAgain(found.account, originHere(), clock.now).catch(logged)
    else if (daysBetween(found.notice.on, date) > DAYS) await failNotice(systemScope(), found.notice, 'later', 'failed')
    else if (found.notice.content) mails.push(found.notice)
  }
  if (mails.length > 0) await (await import('./again.ts')).again(mails, clock, logged)
  return open
}

async function mendLetter({ person, on, state, at }: Letter, date: string, { now }: Clock): Promise<boolean> {
  const scope = systemScope()
  if (state === 'sent') {
    const notices = await noticesOfLetter(scope, person, on)
    await noteSaid(scope, notices.flatMap(saidOf), now)
    await fileNotices(
      scope,
      notices.filter(({ content }) => content !== undefined),
    )
    await finishLetter(scope, person, on)
  } else if (on < date) await failLetter(scope, { person, on, at }, 'later')
  return state !== 'sent' && on === date
}

function saidOf({ person, record: { ledger, id: record }, duty, dueOn, rule: rung, on, before }: Notice): Said[] {
  if (person && isPeriod(rung)) return [overviewSaid(person, rung, on, before)]
  return person && duty && dueOn ? [{ person, ledger, record, duty, dueOn, rung, on, ...(before ? { before } : {}) }] : []
}

function logged(error: unknown): void {
  console.error('A mail could not be sent; the next run tries again', error instanceof Error ? error.name : 'unknown')
}
