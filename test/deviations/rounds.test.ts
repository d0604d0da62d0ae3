import { beforeAll, describe, expect, test } from 'vitest'
import { type Body, type Client, openHouse } from '../functions/api-house.ts'
import { data, due, later, made, read, refs, taken, tried } from './plays.ts'

const today = '2026-03-02'
let county: Client
let xinan: Client
let water: Client
let housing: Client

beforeAll(async () => {
  const house = await openHouse(today)
  ;[county, xinan, water, housing] = (await Promise.all(['county', 'xinan', 'water', 'housing'].map((name) => house.as(name)))) as [
    Client,
    Client,
    Client,
    Client,
  ]
})

async function suggestion(title: string, lead: string): Promise<Body> {
  const drafted = await made(xinan, 'suggestions', { title, body: '内容', deputies: ['张桂兰'] })
  await taken(xinan, drafted, 'submit')
  await taken(county, drafted, 'register')
  return taken(county, drafted, 'assign', { lead })
}

const round = (more: object) =>
  made(county, 'rounds', { name: '2026年年中督查', kind: 'inspection', asks: '报进度和问题', until: '2026-07-31', ...more })

describe('a round over a list', () => {
  test('makes a sheet for each item of a saved filter, in its unit’s hands, and tells how many', async () => {
    const items = [await suggestion('修路', 'water'), await suggestion('建桥', 'water'), await suggestion('盖房', 'housing')]
    const started = await taken(county, await round({ among: 'suggestions?state=assigned&unit=water' }), 'start')
    await later(today)
    const seen = await read(county, started)
    expect([data(seen).sheets, refs(seen).filter(({ ledger }) => ledger === 'round-sheets').length]).toEqual([2, 2])
    const mine = (await water('GET', '/api/records/round-sheets')).body.data ?? []
    expect(mine.map((sheet) => [data(sheet).title, due(sheet, 'fileUnit')]).sort()).toEqual(
      [
        ['修路', '2026-07-31'],
        ['建桥', '2026-07-31'],
      ].sort(),
    )
    expect((await housing('GET', '/api/records/round-sheets')).body.data).toEqual([])
    const first = mine.find((sheet) => data(sheet).title === '修路') as Body
    await taken(water, first, 'file', { finding: '路基已完成，缺资金', progress: 60 })
    const told = refs(await read(county, items[0] as Body)).find(({ ledger }) => ledger === 'round-sheets')
    expect([told?.state, told?.says]).toEqual(['filed', '路基已完成，缺资金'])
    await taken(water, mine.find((sheet) => sheet.id !== first.id) as Body, 'fileNil')
  })

  test('makes hundreds of them in as many transactions as it takes, once however often it is begun', async () => {
    const chosen: string[] = []
    for (let at = 0; at < 60; at += 1) {
      const task = await made(county, 'annual-tasks', { goal: `目标${at}`, measure: '措施', finishOn: '2026-11-30' })
      chosen.push(`annual-tasks/${task.id}`)
    }
    const started = await taken(county, await round({ name: '年底测评', chosen, who: 'owner' }), 'start')
    await later(today)
    await later(today)
    const seen = await read(county, started)
    expect([data(seen).byHand, refs(seen).filter(({ as }) => as === 'child').length]).toEqual([chosen.length, chosen.length])
  })

  test('gives units and townships a sheet of their own; a new day is theirs too, and what is not in ends with it', async () => {
    const started = await taken(county, await round({ name: '专项督查', units: ['housing'], towns: ['xinan'] }), 'start')
    await later(today)
    // No filter, nothing by hand: that nothing came of them is no news.
    const told = (await county('GET', `/api/records/rounds/${started.id}/events`)).body.data ?? []
    expect(told.map(({ transition }) => transition)).toEqual(['create', 'start'])
    const [sheet] = (await housing('GET', '/api/records/round-sheets')).body.data ?? []
    const [town] = ((await xinan('GET', '/api/records/round-sheets')).body.data ?? []).filter((each) => data(each).round === '专项督查')
    await taken(county, started, 'extend', { until: '2026-08-31', reason: '汛期' })
    expect([due(await read(housing, sheet as Body), 'fileUnit'), due(await read(xinan, town as Body), 'fileOwner')]).toEqual([
      '2026-08-31',
      '2026-08-31',
    ])
    await taken(xinan, town as Body, 'file', { finding: '已完成' })
    await taken(county, started, 'sum', { summary: '一家未报' })
    expect([(await read(housing, sheet as Body)).state, (await read(xinan, town as Body)).state]).toEqual(['dropped', 'filed'])
  })

  test('is not begun over nothing, nor over what is no list', async () => {
    expect((await tried(county, await round({}), 'start')).status).toBe(409)
    const body = { data: { name: '轮次', kind: 'other', asks: '报', until: '2026-07-31', among: 'nothing?state=x' } }
    const answer = await county('POST', '/api/records/rounds', { body })
    expect([answer.status, answer.body.errors?.map(({ path }) => path)]).toEqual([422, ['data.among']])
  })
})

describe('a work method', () => {
  const steps = [
    { step: '交办', who: 'unit', days: 10, closes: 'accept' },
    { step: '督办', who: 'owner', days: 30 },
  ]

  test('taken by a suggestion, its steps are duties; the suggestion’s own step closes the one that is the same', async () => {
    const method = await made(county, 'work-methods', { name: '四步工作法', steps })
    const item = await suggestion('排水', 'water')
    expect((await tried(county, item, 'takeMethod', { method: [method.id] })).status).toBe(409)
    await taken(county, method, 'issue')
    await taken(county, item, 'takeMethod', { method: [method.id] })
    const mine = ((await water('GET', '/api/records/method-steps')).body.data ?? []).find((each) => data(each).step === '交办') as Body
    expect([data(mine).step, due(mine, 'stepUnit')]).toEqual(['交办', '2026-03-12'])
    const town = ((await xinan('GET', '/api/records/method-steps')).body.data ?? []).find((each) => data(each).step === '督办') as Body
    expect(due(town, 'stepOwner')).toBe('2026-04-01')
    await taken(water, item, 'accept')
    expect([(await read(county, mine)).state, (await read(county, town)).state]).toEqual(['done', 'open'])
    await taken(xinan, town, 'finish', { record: '已督办' })
  })

  test('begins with four steps that are yet to be confirmed', async () => {
    const method = await made(county, 'work-methods', { name: '四步工作法' })
    expect(data(method).assumed).toBe(true)
    expect((data(method).steps as Body[]).map(({ step }) => step)).toEqual([
      '第一步：走访调研',
      '第二步：交办落实',
      '第三步：跟踪督办',
      '第四步：反馈评议',
    ])
  })
})
