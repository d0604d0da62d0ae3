import type { Clock } from '../clock.ts'
import type { Notice } from '../store/notices.ts'
import { deliverTogether } from './deliver.ts'
import { letter } from './letter.tsx'
import { linksFor } from './links.ts'
import { news } from './news.ts'
import { type Reader, readersOfMail, wayTo } from './recipients.ts'
import { oneMail, together } from './together.ts'

/** Sends mails of their own once more, as they were written; their claims were stale. What one office urged on one day goes to each person in one mail. */
export async function again(notices: Notice[], clock: Clock, failed: (error: unknown) => void): Promise<void> {
  const people = new Map((await readersOfMail(clock.today)).map((reader) => [reader.id, reader]))
  const mails = new Map<string, Notice[]>()
  for (const notice of notices) {
    const reader = people.get(notice.person ?? '')
    const key = notice.rule === 'urge' && reader ? [notice.on, notice.by, oneMail(reader, notice.record.id)].join() : notice.id
    mails.set(key, [...(mails.get(key) ?? []), notice])
  }
  for (const mail of mails.values()) await oneAgain(mail, people, clock).catch(failed)
}

async function oneAgain(notices: Notice[], people: Map<string, Reader>, clock: Clock): Promise<void> {
  const sorted = notices.toSorted((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1))
  const write = async (claimed: [Notice, ...Notice[]]) => {
    const content = together(claimed)
    const [{ person = '', on }] = claimed
    const reader = people.get(person)
    return { content, mail: { ...(reader ? wayTo(reader) : {}), ...letter(news(content, await linksFor(person, on, clock.now))) } }
  }
  await deliverTogether(sorted, null, write, clock)
}
