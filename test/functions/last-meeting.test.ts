import { beforeAll, describe, expect, test } from 'vitest'
import { made, taken } from '../deviations/plays.ts'
import { type Body, type Client, openHouse } from './api-house.ts'

const today = '2026-03-02'
let county: Client
let xinan: Client

beforeAll(async () => {
  const house = await openHouse(today)
  ;[county, xinan] = (await Promise.all(['county', 'xinan'].map((name) => house.as(name)))) as [Client, Client]
})

const meeting = (name: string, day: string, more: object = {}) =>
  made(county, 'meetings', { name, kind: 'committee', day, programme: '听取报告', expected: 30, ...more })
async function held(record: Body): Promise<void> {
  const notified = await taken(county, record, 'notify', { expected: 30 })
  await taken(county, notified, 'hold', { expected: 30, present: 28 })
}
const last = async (client: Client) => (await client('GET', '/api/last-meeting')).body.data as unknown as Told | null

type Told = { heading: string; on: string; items: { ledger: string; heading: string; state: string; dueOn: string; overdue: boolean }[] }

describe('the last meeting', () => {
  test('is none while none was held', async () => {
    await meeting('明天的会', '2026-03-03')
    expect(await last(county)).toBeNull()
  })

  test('is told with what was on its agenda and what names it, and how far each is', async () => {
    const early = await meeting('第二十九次会议', '2026-01-12')
    await held(early)
    const task = await made(county, 'annual-tasks', { goal: '办好十件实事', measure: '逐月督查', finishOn: '2026-11-30' })
    const late = await meeting('第三十次会议', '2026-02-10', { agenda: [`annual-tasks/${task.id}`] })
    await made(county, 'deliberation-opinions', {
      topic: '河道治理情况的报告',
      heardAt: [late.id],
      organ: 'water',
      meetingOn: '2026-02-10',
    })
    await held(late)
    const told = await last(county)
    expect([told?.heading, told?.on]).toEqual(['第三十次会议', '2026-02-10'])
    const opinion = told?.items.find(({ ledger }) => ledger === 'deliberation-opinions')
    expect(opinion).toMatchObject({ heading: '河道治理情况的报告', state: 'drafting', dueOn: '2026-02-24', overdue: true })
    expect(told?.items.map(({ ledger }) => ledger).sort()).toEqual(['annual-tasks', 'deliberation-opinions'])
  })

  test('gives way to the one before when nothing came of it, and is nobody’s who may not see it', async () => {
    await held(await meeting('第三十一次会议', '2026-02-26'))
    expect((await last(county))?.heading).toBe('第三十次会议')
    expect(await last(xinan)).toBeNull()
  })
})
