import type { Clock } from '../clock.ts'
import { env } from '../env.ts'
import { failLetter, finishLetter, type Letter, readUnfinished } from '../store/letters.ts'
import { noticesOfLetter } from '../store/notice-pages.ts'
import type { Notice } from '../store/notices.ts'
import { noteSaid, type Said } from '../store/said.ts'
import { systemScope } from '../store/system-scope.ts'
import { deliver } from './deliver.ts'
import { letter } from './letter.tsx'
import { type News, news } from './news.ts'

/**
 * Finishes what a run that died left behind, as far as its claims are stale: a letter that went out has its rungs noted; one of
 * an earlier day that did not go out is given up, so that its items stand in today's; a mail of its own is sent now.
 */
export async function mend(date: string, clock: Clock): Promise<void> {
  for await (const found of readUnfinished(systemScope(), clock.now)) {
    if ('letter' in found) await mendLetter(found.letter, date, clock)
    else if (found.notice.content)
      await deliver(found.notice, null, letter(news(found.notice.content as News, env('ORIGIN'))), clock).catch(logged)
  }
}

async function mendLetter({ person, on, state }: Letter, date: string, { now }: Clock): Promise<void> {
  const scope = systemScope()
  if (state === 'sent') {
    await noteSaid(scope, (await noticesOfLetter(scope, person, on)).flatMap(saidOf), now)
    await finishLetter(scope, person, on)
  } else if (on < date) await failLetter(scope, person, on, 'later')
}

function saidOf({ person, record, duty, dueOn, rule }: Notice): Said[] {
  return person && duty && dueOn ? [{ person, ledger: record.ledger, record: record.id, duty, dueOn, rung: rule }] : []
}

function logged(error: unknown): void {
  console.error('A mail could not be sent; the next run tries again', error instanceof Error ? error.name : 'unknown')
}
