import { beforeEach, expect, it } from 'vitest'
import { type Asked, heapsOf } from '../../functions/api/notice-heaps.ts'
import { handler as notify } from '../../functions/notify.ts'
import { readChildren } from '../../functions/store/children.ts'
import { pageNotices } from '../../functions/store/notice-pages.ts'
import type { Notice } from '../../functions/store/notices.ts'
import { readWhole } from '../../functions/store/records.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import { undoRecord } from '../../functions/transact.ts'
import type { Scope } from '../../shared/scope.ts'
import { isNews } from '../../shared/words/rule.ts'
import { partsHere } from '../parts-here.ts'
import { along, as, clock, colleague, county, deputy, type Moves, mails, signed, streamed, sure } from './mail-county.ts'

const parts = partsHere()
beforeEach(() => county(parts))

async function told(moves: Moves, since = 0): Promise<Moves> {
  expect(await notify(streamed(moves, moves.events.slice(since)))).toEqual({ batchItemFailures: [] })
  return moves
}

async function noticesFor(scope: Scope, asked: Asked): Promise<Notice[]> {
  return (await pageNotices(scope, await heapsOf(scope, asked), { limit: 50, keep: () => true })).data
}

const stepOf = ({ rule, subject }: Notice) => (rule === 'step' ? subject.zh : rule)

/** What somebody's bell says, oldest first: the step where it was only shown, else the cause of the mail. */
async function bell(who: string): Promise<string[]> {
  const news = (await noticesFor(as(who), { recipient: `p-${who}` })).filter(({ rule }) => isNews(rule))
  return news.sort((one, other) => (one.at < other.at ? -1 : 1)).map(stepOf)
}

const registered: [string, string, Record<string, unknown>?][] = [
  ['xinan', 'submit'],
  ['county', 'register'],
]
const answering: [string, string, Record<string, unknown>?][] = [
  ['county', 'assign', { lead: 'water' }],
  ['water', 'accept'],
  ['county', 'extend', { due: '2026-07-01', reason: '论证' }],
  ['water', 'answer', { reply: '已安排', result: 'A' }],
]

it('a township’s bell tells what others did with its item, once, and no mail does', async () => {
  const moves = await told(await signed(['张桂兰'], '2026-03-02', ...registered, ...answering))
  const steps = ['交办', '准予延期', '登记', '签收', 'opened']
  expect((await bell('xinan')).sort()).toEqual([...steps].sort())
  await told(moves)
  expect([(await bell('xinan')).length, (await mails(parts, 'xinan')).length]).toEqual([5, 1])
  expect([await bell('tanggou'), (await bell('county')).includes('登记'), (await bell('water')).includes('交办')]).toEqual([
    [],
    false,
    false,
  ])
})

it('everybody in the township’s office has it in his own bell, and the delivery log of mails does not', async () => {
  await colleague('head', 'xinan', ['head'])
  const { record } = await told(await signed(['张桂兰'], '2026-03-02', ...registered))
  const head = { ...as('xinan'), person: 'p-head' }
  for (const scope of [as('xinan'), head]) expect((await noticesFor(scope, { recipient: scope.person })).map(stepOf)).toContain('登记')
  const logs = [as('xinan'), as('county')].flatMap((scope) => [noticesFor(scope, {}), noticesFor(scope, { record: record.id })])
  expect((await Promise.all(logs)).flat().filter(({ rule }) => rule === 'step')).toEqual([])
})

it('what a deputy hands in himself is told to his township, and what the township does is not', async () => {
  await deputy('deputy1', '张桂兰')
  const start = await signed(['张桂兰'], '2026-03-02', ['deputy1', 'submit'], ...registered.slice(1), ...answering)
  const closed = await along(start, '2026-03-03', ['xinan', 'feedback', { satisfaction: 'satisfied' }])
  await told(closed)
  expect((await bell('xinan')).filter((step) => ['提交', '反馈'].includes(step))).toEqual(['提交'])
})

it('of a step that was taken back it hears, from the mail alone where it gets one', async () => {
  const start = await told(await signed(['张桂兰'], '2026-03-02', ...registered, ...answering.slice(0, 1)))
  const outcome = await undoRecord(as('county'), 'suggestions', start.record.id, '选错了单位', start.record.version, clock('2026-03-02'))
  await told({ ...start, events: [sure(outcome).event] })
  expect(await bell('xinan')).toEqual(['登记', '交办', '撤销了交办'])
  const back = await told(await signed(['张桂兰'], '2026-03-02', ['xinan', 'submit'], ['county', 'sendBack', { reason: '一事一议' }]))
  const again = await undoRecord(as('county'), 'suggestions', back.record.id, '看错了', back.record.version, clock('2026-03-02'))
  await told({ ...back, events: [sure(again).event] })
  expect((await bell('xinan')).slice(3).sort()).toEqual(['returned', 'undone'])
})

it('a deputy’s bell that told a step tells that it was taken back, and one that did not does not', async () => {
  await deputy('deputy1', '张桂兰')
  await deputy('deputy2', '李明')
  const start = await told(await signed(['张桂兰'], '2026-03-02', ...registered, ...answering.slice(0, 1)))
  const outcome = await undoRecord(as('county'), 'suggestions', start.record.id, '选错了单位', start.record.version, clock('2026-03-02'))
  const back = { ...start, events: [sure(outcome).event] }
  await told(back)
  await told(back)
  const says = async (who: string) => (await noticesFor(as(who), { recipient: `p-${who}` })).map(({ subject }) => subject.zh)
  expect((await says('deputy1')).sort()).toEqual(['提交', '登记', '交办', '撤销了交办'].sort())
  expect(await says('deputy2')).toEqual([])
})

it('what the engine enters by itself because of a step is no news beside the step', async () => {
  const { record } = await told(await signed(['张桂兰'], '2026-03-02', ...registered))
  const children = await readChildren(systemScope(), record)
  const wholes = await Promise.all(children.map(({ ledger, id }) => readWhole(systemScope(), ledger, id)))
  expect(wholes.flatMap((whole) => whole?.events.map(({ by }) => by.office.kind) ?? [])).toContain('system')
  for (const whole of wholes) if (whole) await told({ record: whole.record, events: whole.events, title: '' })
  expect(await bell('xinan')).toEqual(['登记'])
})
