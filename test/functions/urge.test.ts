import { beforeEach, expect, it } from 'vitest'
import { letterOf } from '../../functions/mail/letter-of.ts'
import { type Urged, urge } from '../../functions/mail/urge.ts'
import { handler as remind } from '../../functions/remind.ts'
import { pageNotices } from '../../functions/store/notice-pages.ts'
import { heaps, type Notice } from '../../functions/store/notices.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import { partsHere } from '../parts-here.ts'
import { as, assigned, clock, county, type Moves, mails } from './mail-county.ts'

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
    `灌南县人大催办您单位超期的 2 件事项，最急的是代表建议 ${one.record.number}《${one.title}》：您单位的“签收或退办”应在2026年3月9日（周一）前办结，已超期 11 天，请尽快办理。`,
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

it('what could not go goes once, of all items together, when the mail service is there again', async () => {
  const [one, two] = (await late()) as [Moves, Moves, Moves]
  Object.assign(process.env, { MAIL_DRIVER: 'smtp', SMTP_URL: 'smtp://127.0.0.1:9' })
  expect(await urge(as('county'), [of(one), of(two)], { ...clock(day), now: new Date(Date.now() - 3_600_000) })).toEqual({
    sent: 0,
    later: 1,
  })
  expect((await log(two)).map(({ state }) => state)).toEqual(['failed'])
  process.env.MAIL_DRIVER = 'ses'
  await remind({ date: '2026-03-21' })
  expect(await mails(parts, 'water')).toHaveLength(1)
  for (const each of [one, two]) expect((await log(each)).map(({ state }) => state)).toEqual(['sent'])
})
