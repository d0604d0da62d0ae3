import { type Notice, noticeId } from '../store/notices.ts'
import type { Said } from '../store/said.ts'
import { type Digest, list, subject } from './digest.ts'
import type { DueToday, Saying } from './due-today.ts'
import { named, officeName, owed } from './owed.ts'
import { officeToken, type Reader } from './recipients.ts'
import { houseOf } from './tell.ts'

/** One mail of the day: to whom, what it says, the notices and rungs that stand behind it. */
export type Mailing = { reader: Reader; content: Digest; notices: Notice[]; said: Said[] }

/** The mails of a day, one for each person; `silent`: what cannot be said to anybody, for the delivery log. */
export function digests({ sayings, world }: DueToday, date: string, now: Date): { mailings: Mailing[]; silent: Notice[] } {
  const groups = new Map<string, { reader: Reader; sayings: Saying[] }>()
  const silent: Notice[] = []
  for (const saying of sayings) {
    const { reader } = saying
    if (!reader || reader.bounced) {
      const notice = noticeOf(saying, date, now)
      const to = reader?.email ?? officeName(world, saying.office).zh
      silent.push({ ...notice, to, state: 'suppressed', reason: reader ? 'bounced' : 'noPerson' })
      continue
    }
    const group = groups.get(reader.id) ?? { reader, sayings: [] }
    group.sayings.push(saying)
    groups.set(reader.id, group)
  }
  const house = houseOf(world)
  const mailings = [...groups.values()].map(({ reader, sayings: mine }): Mailing => {
    const items = (copy: boolean) =>
      mine
        .filter((each) => each.copy === copy)
        .map((each) => owed(each.ledger, each.record, each.duty, { ...(copy ? { world } : {}), instead: each.instead }))
    const content: Digest = {
      kind: 'digest',
      lang: reader.lang,
      house,
      name: reader.name,
      on: date,
      own: list(items(false), date),
      copies: list(items(true), date),
    }
    const words = subject(content)
    const notices = mine.map((each) => ({ ...noticeOf(each, date, now), subject: words, letter: date }))
    return { reader, content, notices, said: mine.map((each) => saidOf(each, reader)) }
  })
  return { mailings, silent }
}

function noticeOf(saying: Saying, date: string, now: Date): Notice {
  const { ledger, record, duty, rung, copy, office, reader, instead } = saying
  const item = owed(ledger, record, duty)
  return {
    id: noticeId('duty', ledger.key, record.id, duty.id, duty.dueOn, rung, reader?.id ?? officeToken(office)),
    record: named(ledger, record),
    owner: record.township ?? 'county',
    duty: duty.id,
    rule: rung,
    on: date,
    dueOn: duty.dueOn,
    to: reader?.email ?? '',
    ...(reader ? { person: reader.id } : {}),
    office: officeToken(office),
    ...(copy ? { copy } : {}),
    ...(instead ? { instead } : {}),
    subject: item.duty,
    state: 'claimed',
    at: now.toISOString(),
  }
}

function saidOf({ ledger, record, duty, rung }: Saying, reader: Reader): Said {
  return { person: reader.id, ledger: ledger.key, record: record.id, duty: duty.id, dueOn: duty.dueOn, rung }
}
