import { beforeEach, expect, it } from 'vitest'
import { letterOf } from '../../functions/mail/letter-of.ts'
import { type Urged, urge } from '../../functions/mail/urge.ts'
import { handler as remind } from '../../functions/remind.ts'
import { readFamily } from '../../functions/store/children.ts'
import { pageNotices } from '../../functions/store/notice-pages.ts'
import { claimNotice, heaps, type Notice } from '../../functions/store/notices.ts'
import { markAddress } from '../../functions/store/people.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import { partsHere } from '../parts-here.ts'
import { address, as, assigned, clock, county, type Moves, mails, suggestion } from './mail-county.ts'

const parts = partsHere()
beforeEach(() => county(parts))

const day = '2026-03-20'
const of = ({ record }: Moves): Urged => {
  const ledger = ledgers.find(({ key }) => key === record.ledger)
  if (!ledger) throw new Error(record.ledger)
  return { ledger, record }
}
const urged = (...moves: Moves[]) => urge(as('county'), moves.map(of), { ...clock(day), now: new Date() })
const late = () => Promise.all([assigned('2026-03-02', 'water'), assigned('2026-03-03', 'water'), assigned('2026-03-03', 'urban')])

/** What the delivery log tells of urging about a record. */
async function log({ record }: Moves): Promise<Notice[]> {
  const heap = { index: 'g3' as const, pk: heaps.record(systemScope(), record.id) }
  return (await pageNotices(systemScope(), [heap], { limit: 50, keep: ({ rule }) => rule === 'urge' })).data
}

it('several items urged at once come to each person in one mail, and each item’s log tells of it', async () => {
  const [one, two, other] = (await late()) as [Moves, Moves, Moves]
  expect(await urged(two, one, other, one)).toEqual({ sent: 2 })
  const [mail, ...more] = await mails(parts, 'water')
  expect([mail?.subject, more]).toEqual([`督办 催办：${one.record.number} ${one.title}（等 2 件）`, []])
  expect(mail?.body.text).toContain(
    `灌南县人大催办您单位超期的 2 件事项，最急的是代表建议 ${one.record.number}《${one.title}》：您单位应在2026年3月9日（周一）前签收或退办，已超期 11 天，请尽快办理。`,
  )
  for (const { title } of [one, two]) expect(mail?.body.text).toContain(title)
  expect(mail?.body.text).not.toContain(other.title)
  for (const each of [one, two, other]) {
    const notices = await log(each)
    expect(notices.map(({ state }) => state)).toEqual(['sent'])
    expect((await letterOf(systemScope(), notices[0] as Notice))?.text.includes(one.title)).toBe(each !== other)
  }
  expect(await urged(one, two, other)).toEqual({ refused: 'already' })
})

it('who was urged about one of them today hears of the others alone', async () => {
  const [one, two] = (await late()) as [Moves, Moves, Moves]
  await urged(one)
  expect(await urged(one, two)).toEqual({ sent: 1 })
  const [, mail] = await mails(parts, 'water')
  expect(mail?.subject).toContain(two.title)
  expect(mail?.body.text).not.toContain(one.title)
})

it('what is a part of something is named behind it, urged alone', async () => {
  const answer = { reply: '分两步改造。', result: 'B', promises: [{ promise: '铺设管网', by: '2026-03-10' }] }
  const { record, title } = await suggestion(
    '2026-03-02',
    ['xinan', 'submit'],
    ['county', 'register'],
    ['county', 'assign', { lead: 'water' }],
    ['water', 'accept'],
    ['water', 'answer', answer],
  )
  const [part] = (await readFamily(systemScope(), record)).children
  if (!part) throw new Error('no promise')
  expect(await urged({ record: part, events: [], title })).toEqual({ sent: 1 })
  const mail = (await mails(parts, 'water')).at(-1)
  expect(mail?.body.text).toContain(`${title}》：铺设管网`)
})

const hourAgo = () => ({ ...clock(day), now: new Date(Date.now() - 3_600_000) })
/** The mail service takes nothing while this is done. */
async function away<T>(act: () => Promise<T>): Promise<T> {
  Object.assign(process.env, { MAIL_DRIVER: 'smtp', SMTP_URL: 'smtp://127.0.0.1:9' })
  try {
    return await act()
  } finally {
    process.env.MAIL_DRIVER = 'ses'
  }
}
/** How often the mails to the water bureau name each of these. */
async function namedBy(...moves: Moves[]): Promise<number[]> {
  const texts = (await mails(parts, 'water')).map(({ body }) => body.text ?? '')
  return moves.map(({ title }) => texts.filter((text) => text.includes(title)).length)
}
const states = async (...moves: Moves[]) => (await Promise.all(moves.map(log))).flat().map(({ state }) => state)

it('what could not go goes once, of all items together, when the mail service is there again', async () => {
  const [one, two] = (await late()) as [Moves, Moves, Moves]
  const asked = [of(one), of(two)]
  expect(await away(() => urge(as('county'), asked, hourAgo()))).toEqual({ sent: 0, later: 1 })
  expect(await states(one, two)).toEqual(['failed', 'failed'])
  await remind({ date: '2026-03-21' })
  const [mail, ...more] = await mails(parts, 'water')
  expect([mail?.subject, more]).toEqual([`督办 催办：${one.record.number} ${one.title}（等 2 件）`, []])
  expect(await namedBy(one, two)).toEqual([1, 1])
  expect(await states(one, two)).toEqual(['sent', 'sent'])
  for (const each of [one, two])
    expect((await letterOf(systemScope(), (await log(each))[0] as Notice))?.subject, each.title).toBe(mail?.subject)
})

it('what failed together and is urged alone goes alone, at once, and the rest goes by itself: each is said once', async () => {
  for (const at of [0, 1]) {
    const both = (await late()).slice(0, 2) as [Moves, Moves]
    const [alone, rest] = [both[at], both[1 - at]] as [Moves, Moves]
    await away(() => urge(as('county'), both.map(of), hourAgo()))
    expect(await urged(alone)).toEqual({ sent: 1 })
    expect([await namedBy(alone, rest), await states(alone, rest)]).toEqual([
      [1, 0],
      ['sent', 'failed'],
    ])
    await remind({ date: '2026-03-21' })
    expect([await namedBy(alone, rest), await states(alone, rest)]).toEqual([
      [1, 1],
      ['sent', 'sent'],
    ])
    expect(await urged(...both)).toEqual({ refused: 'already' })
  }
})

it('within ten minutes of the failure what is urged again goes, and the answer says so', async () => {
  const [one, two] = (await late()) as [Moves, Moves, Moves]
  expect(await away(() => urged(one, two))).toEqual({ sent: 0, later: 1 })
  expect(await away(() => urged(two))).toEqual({ sent: 0, later: 1 })
  expect(await urged(two)).toEqual({ sent: 1 })
  expect(await urged(one, two)).toEqual({ sent: 1 })
  expect(await namedBy(one, two)).toEqual([1, 1])
})

it('what a process claimed that died is neither said twice nor told as said', async () => {
  const [one, two] = (await late()) as [Moves, Moves, Moves]
  await away(() => urge(as('county'), [of(one), of(two)], hourAgo()))
  const [held] = await log(one)
  await claimNotice(systemScope(), held as Notice, new Date(Date.now() - 60_000))
  expect(await urged(one)).toEqual({ sent: 0, later: 1 })
  expect(await urged(one, two)).toEqual({ sent: 1 })
  expect(await namedBy(one, two)).toEqual([0, 1])
})

it('two who urge at once tell each person of each item once', async () => {
  const [one, two] = (await late()) as [Moves, Moves, Moves]
  await Promise.all([urged(one, two), urged(two, one), urged(two)])
  expect(await namedBy(one, two)).toEqual([1, 1])
})

it('who takes no mail was not urged, and the answer says that mail reaches nobody', async () => {
  const [one] = (await late()) as [Moves, Moves, Moves]
  await markAddress(address('water'), day, false)
  for (const _ of [1, 2]) expect(await urged(one)).toEqual({ refused: 'nobody' })
})
