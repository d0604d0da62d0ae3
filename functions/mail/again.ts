import type { Clock } from '../clock.ts'
import type { Notice } from '../store/notices.ts'
import { deliver } from './deliver.ts'
import { letter } from './letter.tsx'
import { linksFor } from './links.ts'
import { type News, news } from './news.ts'
import { readersOfMail, wayTo } from './recipients.ts'

/** Sends a mail of its own once more, as it was written; its claim was stale. */
export async function again(notice: Notice, clock: Clock): Promise<void> {
  const links = await linksFor(notice.person ?? '', notice.on, clock.now)
  const reader = (await readersOfMail(clock.today)).find(({ id }) => id === notice.person)
  await deliver(notice, null, { ...(reader ? wayTo(reader) : {}), ...letter(news(notice.content as News, links)) }, clock)
}
