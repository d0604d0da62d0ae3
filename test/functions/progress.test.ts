import { beforeEach, describe, expect, it } from 'vitest'
import { handler as notify } from '../../functions/notify.ts'
import { handler as remind } from '../../functions/remind.ts'
import { claimLetter, confirmLetter } from '../../functions/store/letters.ts'
import { pageNotices } from '../../functions/store/notice-pages.ts'
import { fileWaiting, heaps, type Notice, readWaiting } from '../../functions/store/notices.ts'
import { changePerson } from '../../functions/store/people.ts'
import { writeOwnSettings } from '../../functions/store/settings.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import { createRecord, take, undoRecord } from '../../functions/transact.ts'
import { partsHere } from '../parts-here.ts'
import { along, as, clock, county, deputy, type Moves, mails, signed, streamed, sure } from './mail-county.ts'

const parts = partsHere()

beforeEach(async () => {
  await county(parts)
  await deputy('deputy1', '张桂兰')
  await deputy('deputy2', '陈建国')
})

/** Brings these events by the stream; `written`: when they were written down. */
async function told(moves: Moves, since = 0, written?: Date): Promise<Moves> {
  const event = streamed(moves, moves.events.slice(since))
  if (written)
    for (const record of event.Records) Object.assign(record.dynamodb ?? {}, { ApproximateCreationDateTime: written.getTime() / 1000 })
  expect(await notify(event)).toEqual({ batchItemFailures: [] })
  return moves
}

const joint = (...steps: [string, string, Record<string, unknown>?][]) => signed(['张桂兰', '陈建国'], '2026-03-02', ...steps)
const assigning: [string, string, Record<string, unknown>?][] = [
  ['xinan', 'submit'],
  ['county', 'register'],
  ['county', 'assign', { lead: 'water' }],
]

async function noticesOf(person: string): Promise<Notice[]> {
  const heap = { index: 'g1' as const, pk: heaps.person(systemScope(), `p-${person}`) }
  return (await pageNotices(systemScope(), [heap], { limit: 100, keep: () => true })).data
}
async function all(): Promise<Notice[]> {
  const found: Notice[] = []
  for await (const notice of readWaiting(systemScope())) found.push(notice)
  return found
}
const waiting = async () => (await all()).length

describe('who brought a suggestion', () => {
  it('hears of all that happened in one mail in the morning: registered, assigned to whom and by when', async () => {
    const { record, title } = await told(await joint(...assigning))
    expect(await mails(parts, 'deputy1')).toEqual([])
    expect((await noticesOf('deputy1')).map(({ state }) => state)).toEqual(['planned', 'planned', 'planned'])
    await remind({ date: '2026-03-03' })
    const [mail, ...more] = await mails(parts, 'deputy1')
    expect(more).toEqual([])
    expect(mail?.subject).toBe(`督办 进展：2026-0001 ${title}（已交办）`)
    for (const part of [mail?.body.html, mail?.body.text]) {
      expect(part).toContain('2026年3月2日（周一），灌南县人大：登记')
      expect(part).toContain('2026年3月2日（周一），灌南县人大：交办')
      expect(part).toMatch(/答复代表，由县水务局承办，2026年6月2日（周二）前/)
      expect(part).toContain(`https://duban.test/suggestions/${record.id}/show`)
      expect(part).not.toContain('陈建国')
    }
    expect((await noticesOf('deputy1')).map(({ state, rule }) => [state, rule])).toEqual(Array(3).fill(['sent', 'progress']))
    expect([await waiting(), (await remind({ date: '2026-03-04' })).sent]).toEqual([0, 0])
  })

  it('is told of an answer with the way to feedback, and of nothing that he did himself', async () => {
    const start = await joint(...assigning)
    const moves = await along(start, '2026-03-10', ['water', 'accept'], ['water', 'answer', { reply: '已安排', result: 'A' }])
    await told(moves, start.events.length)
    await remind({ date: '2026-03-11' })
    const [mail] = await mails(parts, 'deputy1')
    expect(mail?.body.text).toContain('县水务局：答复')
    expect(mail?.body.text).toContain(`/suggestions/${moves.record.id}/show?do=feedback`)
    expect(mail?.body.text).not.toContain('已安排')
    // The deputy's own feedback is no news to himself.
    const closed = await along(moves, '2026-03-12', ['deputy1', 'feedback', { satisfaction: 'satisfied' }])
    await told(closed, moves.events.length)
    expect(await waiting()).toBe(0)
  })

  it('hears of extension, of a unit that declined and of the next one', async () => {
    const start = await joint(...assigning)
    const moves = await along(
      start,
      '2026-03-03',
      ['water', 'decline', { reason: '不归我们' }],
      ['county', 'assign', { lead: 'urban' }],
      ['urban', 'accept'],
      ['county', 'extend', { due: '2026-07-01', reason: '论证' }],
    )
    await told(moves, start.events.length)
    await remind({ date: '2026-03-04' })
    const text = (await mails(parts, 'deputy1'))[0]?.body.text
    for (const said of ['县水务局：', '灌南县人大：交办', '由县城管局承办，2026年7月1日']) expect(text).toContain(said)
    for (const kept of ['不归我们', '论证']) expect(text).not.toContain(kept)
  })

  it('as one of several signers hears when he asked for it', async () => {
    await told(await joint(...assigning))
    await writeOwnSettings(as('deputy2'), { coSigned: true })
    await told(await joint(...assigning))
    await remind({ date: '2026-03-03' })
    expect((await mails(parts, 'deputy1')).map(({ subject }) => subject)).toEqual(['督办 进展：与您有关的 2 件事项'])
    expect((await mails(parts, 'deputy2')).map(({ subject }) => subject)).toEqual([expect.stringContaining('2026-0002')])
  })

  it('hears nothing on a rest day, and on the next working day once', async () => {
    await told(await joint(...assigning))
    expect(await remind({ date: '2026-03-07' })).toMatchObject({ planned: 0, sent: 0 })
    await Promise.all([remind({ date: '2026-03-09' }), remind({ date: '2026-03-09' })])
    expect(await mails(parts, 'deputy1')).toHaveLength(1)
  })
})

it('of a step that was taken back no letter tells when it had not gone out, though the bell tells both, and of taking it back when it had', async () => {
  const start = await joint(...assigning)
  const assignment = { ...start, events: start.events.slice(-1) }
  await told(assignment)
  const undone = await takenBack(start)
  await told(undone)
  expect((await noticesOf('deputy1')).map(({ subject, state, reason }) => [subject.zh, state, reason]).sort()).toEqual([
    ['交办', 'suppressed', 'undone'],
    ['撤销了交办', 'suppressed', 'undone'],
  ])
  const again = await along(undone, '2026-03-02', ['county', 'assign', { lead: 'urban' }])
  await told(again, 1)
  await remind({ date: '2026-03-03' })
  await told(await takenBack(again, '2026-03-03'))
  await remind({ date: '2026-03-04' })
  expect((await mails(parts, 'deputy1')).map(({ body }) => /灌南县人大：(.+)/.exec(body.text ?? '')?.[1])).toEqual(['交办', '撤销了交办'])
})

async function takenBack({ record, title }: Moves, on = '2026-03-02'): Promise<Moves> {
  const outcome = await undoRecord(as('county'), 'suggestions', record.id, '选错了单位', record.version, clock(on))
  if (outcome === null || !('event' in outcome)) throw new Error(JSON.stringify(outcome))
  return { record: outcome.record, events: [outcome.event], title }
}

describe('news that wait', () => {
  it('are told once though the event came twice, and again by the next letter when the mail service was away', async () => {
    const moves = await told(await joint(...assigning))
    await told(moves)
    expect(await waiting()).toBe(3)
    Object.assign(process.env, { MAIL_DRIVER: 'smtp', SMTP_URL: 'smtp://127.0.0.1:9' })
    await remind({ date: '2026-03-03' })
    process.env.MAIL_DRIVER = 'ses'
    expect(await waiting()).toBe(3)
    await remind({ date: '2026-03-04' })
    expect([(await mails(parts, 'deputy1')).length, await waiting()]).toEqual([1, 0])
  })

  it('are not repeated after a run that died behind its confirmation', async () => {
    await told(await joint(...assigning))
    const notices = (await all()).map((notice) => ({ ...notice, on: '2026-03-03', letter: '2026-03-03' }))
    await claimLetter(systemScope(), { person: 'p-deputy1', on: '2026-03-03', says: 3 }, {}, new Date(Date.now() - 3_600_000))
    await fileWaiting(systemScope(), notices)
    await confirmLetter(systemScope(), 'p-deputy1', '2026-03-03', 'm-1')
    await remind({ date: '2026-03-04' })
    expect([await mails(parts, 'deputy1'), await waiting()]).toEqual([[], 0])
  })

  it('say why they never went, where the address takes no mail or the account is disabled', async () => {
    await told(await joint(...assigning))
    await changePerson('system', 'p-deputy1', { bounced: '2026-03-02' })
    await remind({ date: '2026-03-03' })
    expect((await noticesOf('deputy1')).map(({ state, reason }) => [state, reason])).toEqual(Array(3).fill(['suppressed', 'bounced']))
    expect(await waiting()).toBe(0)
  })
})

it('nobody is told of a past that was handed in', async () => {
  await told(await joint(...assigning), 0, new Date('2026-03-20T00:00:00Z'))
  expect([await waiting(), await mails(parts)]).toEqual([0, []])
  await told(await joint(...assigning), 0, new Date('2026-03-02T01:00:09Z'))
  expect(await waiting()).toBe(3)
})

it('whoever an activity names is told of its notice, each of them and nobody else, and of nothing that the township does with it afterwards', async () => {
  await deputy('deputy3', '王静')
  const data = { topic: '视察城区道路', group: '第一小组', date: '2026-03-20', kind: 'visit', invited: ['张桂兰', '陈建国'] }
  const made = sure(await createRecord(as('xinan'), 'group-activities', { data }, {}, clock('2026-03-02')))
  const { id, version } = made.record
  const sent = sure(await take(as('xinan'), 'group-activities', id, { transition: 'notify', given: {} }, version, clock('2026-03-02')))
  await told({ record: sent.record, events: [sent.event], title: '' })
  const heard = async (who: string) => (await noticesOf(who)).map(({ subject }) => subject.zh)
  expect(await Promise.all(['deputy1', 'deputy2', 'deputy3'].map(heard))).toEqual([['发出通知'], ['发出通知'], []])
  const held = clock('2026-03-20')
  const came = sure(
    await take(as('xinan'), 'group-activities', id, { transition: 'hold', given: { came: ['张桂兰'] } }, sent.record.version, held),
  )
  await told({ record: came.record, events: [came.event], title: '' })
  const filed = { transition: 'record', given: { record: '视察了三条道路。' } }
  const kept = sure(await take(as('xinan'), 'group-activities', id, filed, came.record.version, held))
  await told({ record: kept.record, events: [kept.event], title: '' })
  expect(await Promise.all(['deputy1', 'deputy2', 'deputy3'].map(heard))).toEqual([['发出通知'], ['发出通知'], []])
})
