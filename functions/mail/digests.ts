import { addDays } from '../../shared/deadline/calendar.ts'
import type { Duty } from '../../shared/duty.ts'
import { NEAR, type Tally } from '../../shared/tally.ts'
import type { World } from '../../shared/world.ts'
import { type Notice, noticeId } from '../store/notices.ts'
import { overviewSaid, type Said } from '../store/said.ts'
import { type Digest, list, subject } from './digest.ts'
import type { DueToday, Saying } from './due-today.ts'
import { houseOf } from './house.ts'
import { officeName } from './office-name.ts'
import { isPeriod, type Period, periods } from './overview.ts'
import { named, owed } from './owed.ts'
import type { OwnWords } from './own-words.ts'
import { progressOf, type Waiting } from './progress.ts'
import type { Found } from './recheck.ts'
import { addressee, addressOf, officeToken, type Reader, silenced } from './recipients.ts'
import type { Standings } from './standings.ts'

/** One mail of the day: to whom, what it says, the notices and rungs that stand behind it. */
export type Mailing = {
  reader: Reader
  sayings: Saying[]
  waiting: Waiting[]
  content: Digest
  notices: Notice[]
  news: Notice[]
  said: Said[]
}
export type When = {
  date: string
  now: Date
  own?: OwnWords | undefined
  standings?: Standings | undefined
  found?: Found | undefined
}

/** The mails of a day, one for each person, with the news that wait for him; `silent`: what cannot be said to anybody, for the delivery log. */
export function digests(
  { sayings, world, people, own, standings }: DueToday,
  news: Map<string, Waiting[]>,
  date: string,
  now: Date,
): { mailings: Mailing[]; silent: Notice[] } {
  const groups = new Map<string, { reader: Reader; sayings: Saying[] }>()
  const silent: Notice[] = []
  for (const reader of people) if (news.has(reader.id)) groups.set(reader.id, { reader, sayings: [] })
  for (const saying of sayings) {
    const { reader } = saying
    const silence = reader ? silenced(reader) : 'noPerson'
    if (!reader || silence) {
      silent.push(unsaid(saying, silence ?? 'noPerson', world, { date, now }))
      continue
    }
    const group = groups.get(reader.id) ?? { reader, sayings: [] }
    group.sayings.push(saying)
    groups.set(reader.id, group)
  }
  const mailings = [...groups.values()].map(({ reader, sayings: mine }) =>
    mailingOf(reader, { sayings: mine, waiting: news.get(reader.id) ?? [] }, world, { date, now, own, standings }),
  )
  return { mailings, silent }
}

/** The mail that says all of this to one person. */
export function mailingOf(reader: Reader, { sayings, waiting }: Pick<Mailing, 'sayings' | 'waiting'>, world: World, when: When): Mailing {
  const { date: on } = when
  const rungs = sayings.filter(({ rung }) => !isPeriod(rung))
  const tell = ({ ledger, record, duty, copy, instead, rung }: Saying) => {
    const item = owed(ledger, record, duty, { ...(copy ? { world } : {}), instead })
    return when.own?.(item, rung, on, officeName(world, duty.holder)) ?? item
  }
  const items = (copy: boolean) => rungs.filter((each) => each.copy === copy).map(tell)
  const overview = (period: Period) => {
    // What stands above already is not said again below.
    const mine = sayings.filter(
      (each) => each.rung === period && !rungs.some(({ duty, record }) => duty.id === each.duty.id && record.id === each.record.id),
    )
    return mine.length > 0 ? { [period]: list(mine.map(tell), on) } : {}
  }
  const counted = withNearer(
    rungs.filter(({ copy }) => !copy),
    addDays(on, NEAR),
  )
  const content: Digest = {
    kind: 'digest',
    lang: reader.lang,
    house: houseOf(world),
    name: reader.standIn?.name ?? reader.name,
    ...(reader.standIn ? { away: reader.name } : {}),
    ...(reader.office.kind === 'deputy' ? { deputy: true as const } : {}),
    on,
    ...(when.standings ? { standing: standingOf(when.standings(reader, when.found)) } : {}),
    ...(reader.role === 'leader' ? { leader: true as const } : {}),
    own: { ...list(items(false), on), ...(counted > 0 ? { counted } : {}) },
    copies: list(items(true), on),
    ...overview('weekly'),
    ...overview('monthly'),
    news: progressOf(waiting, reader, world),
  }
  const words = subject(content)
  const notices = sayings.map((each) => ({ ...noticeOf(each, when), subject: words, letter: on }))
  const news = waiting.map(({ notice }): Notice => ({ ...notice, to: addressOf(reader), on, state: 'claimed', subject: words, letter: on }))
  return {
    reader,
    sayings,
    waiting,
    content,
    notices,
    news,
    said: [...rungs.map((each) => saidOf(each, reader, on)), ...overviewsSaid(sayings, reader, on)],
  }
}

/** Of how many records only what lies beyond that day is said, while the same office owes something nearer on them. */
function withNearer(sayings: Saying[], near: string): number {
  const isNear = ({ dueOn }: Pick<Duty, 'dueOn'>) => dueOn !== null && dueOn <= near
  const owes = ({ record, duty }: Saying) =>
    record.duties.some((each) => each.state === 'open' && isNear(each) && officeToken(each.holder) === officeToken(duty.holder))
  const records = Map.groupBy(sayings, ({ record }) => record.id)
  return [...records.values()].filter((mine) => mine.some(owes) && !mine.some(({ duty }) => isNear(duty))).length
}

const standingOf = ({ late, today, soon }: Tally) => ({ late, today, soon })

/** What the delivery log keeps of something that is not said, and why. */
export function unsaid(saying: Saying, reason: NonNullable<Notice['reason']>, world: World, when: When): Notice {
  const to = saying.reader ? addressOf(saying.reader) : officeName(world, saying.office).zh
  return { ...noticeOf(saying, when), to, state: 'suppressed', reason }
}

/** The id under which a saying stands in the delivery log. */
export function idOfSaying({ ledger, record, duty, rung, office, reader }: Saying, date: string): string {
  if (isPeriod(rung)) return noticeId(rung, ledger.key, record.id, duty.id, date, reader?.id ?? officeToken(office))
  return noticeId('duty', ledger.key, record.id, duty.id, duty.dueOn, rung, reader?.id ?? officeToken(office))
}

function noticeOf(saying: Saying, { date, now }: When): Notice {
  const { ledger, record, duty, rung, copy, office, reader, instead, before } = saying
  return {
    id: idOfSaying(saying, date),
    record: named(ledger, record),
    owner: record.township ?? 'county',
    duty: duty.id,
    rule: rung,
    on: date,
    dueOn: duty.dueOn,
    to: '',
    ...(reader ? addressee(reader) : {}),
    office: officeToken(office),
    ...(copy ? { copy } : {}),
    ...(instead ? { instead } : {}),
    ...(before ? { before } : {}),
    subject: owed(ledger, record, duty).duty,
    state: 'claimed',
    at: now.toISOString(),
  }
}

/** That somebody has had an overview, and when the one before. */
function overviewsSaid(sayings: Saying[], { id: person }: Reader, on: string): Said[] {
  return periods.flatMap((period) => {
    const one = sayings.find(({ rung }) => rung === period)
    return one ? [overviewSaid(person, period, on, one.before)] : []
  })
}

function saidOf({ ledger, record, duty, rung, before }: Saying, { id: person }: Reader, on: string): Said {
  const heard = { rung, on, ...(before ? { before } : {}) }
  return { person, ledger: ledger.key, record: record.id, duty: duty.id, dueOn: duty.dueOn, ...heard }
}
