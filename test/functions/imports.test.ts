import { beforeAll, describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import type { Client } from './api-house.ts'
import { openSheets, type Send } from './sheets-house.ts'

const today = '2026-07-08'
const head = '编号,标题,内容,领衔代表,乡镇,主办单位,协办单位,交办日期,答复期限,答复日期,答复内容,结果,满意度'
type House = Awaited<ReturnType<typeof openSheets>>
let as: House['as']
let sender: House['sender']
let county: Client
let send: Send

beforeAll(async () => {
  ;({ as, sender } = await openSheets(today))
  county = await as('county')
  send = await sender('county')
})

const csv = (...rows: string[]) => [head, ...rows].join('\n')
const counts = ({ rows, repeats, created, updated, unchanged, rejected }: { [name: string]: unknown }) => ({
  rows,
  repeats,
  created,
  updated,
  unchanged,
  rejected,
})
const byNumber = async (number: string, client = county) => {
  const { data = [] } = (await client('GET', `/api/records/suggestions?q=${encodeURIComponent(number)}&limit=100`)).body
  return data.find((record) => record.number === number)
}
const total = async (client = county) => ((await client('GET', '/api/records/suggestions?limit=100')).body.data ?? []).length

describe('an import', () => {
  const register = csv(
    '2025-0101,修路,路坏了。,张三、李四,xinan,water,housing,2026-03-02,2026/6/2,2026年6月1日,已修好。,A,满意',
    '2025-0102,,桥坏了。请修。,张三,xinan,water,,2026-03-02,2026-06-02,,,,',
    '2025-0103,种树,没有树。,王五,tanggou,housing,,2026-03-02,无期限,,,,',
    '2025-0104,路灯,太暗。,王五,bailu,,,,,,,,',
    '2025-0105,公交,太少。,王五,bailu,transport,,2026-03-02,,2026-06-10,已增加。,B,',
    '2025-0104,路灯,太暗。,王五,bailu,,,,,,,,',
  )

  it('tells by a dry run what it would do, and stores nothing', async () => {
    const answer = await send(register, '?dryRun=true')
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      state: 'done',
      dryRun: true,
      rows: 6,
      repeats: 1,
      created: 5,
      updated: 0,
      unchanged: 0,
      rejected: [],
      ignored: [],
    })
    expect(await total()).toBe(0)
  })
  it('stores each row in its state, with its duty', async () => {
    const answer = await send(register)
    expect([answer.status, answer.body.state, counts(answer.body)]).toEqual([
      200,
      'done',
      { rows: 6, repeats: 1, created: 5, updated: 0, unchanged: 0, rejected: [] },
    ])
    const states = await Promise.all(['0101', '0102', '0103', '0104', '0105'].map(async (n) => (await byNumber(`2025-${n}`))?.state))
    expect(states).toEqual(['closed', 'handling', 'handling', 'registered', 'answered'])
    const second = await byNumber('2025-0102')
    expect(second).toMatchObject({
      year: 2025,
      township: 'xinan',
      heading: '桥坏了',
      overdue: true,
      data: { title: '桥坏了', deputies: ['张三'], lead: 'water' },
    })
    expect(second?.duties).toMatchObject([{ key: 'reply', openedOn: '2026-03-02', dueOn: '2026-06-02', state: 'open', daysLeft: -36 }])
    expect((await byNumber('2025-0103'))?.duties).toEqual([])
    expect((await byNumber('2025-0105'))?.duties).toMatchObject([
      { key: 'reply', dueOn: '2026-06-02', doneOn: '2026-06-10', state: 'done' },
    ])
  })
  it('of the same file changes nothing', async () => {
    const answer = await send(register)
    expect(counts(answer.body)).toEqual({ rows: 6, repeats: 1, created: 0, updated: 0, unchanged: 5, rejected: [] })
    expect((await byNumber('2025-0102'))?.version).toBe(1)
  })
  it('of a newer file updates what changed, each change an event', async () => {
    const newer = csv(
      '2025-0102,,桥坏了。请修。,张三,xinan,water,,2026-03-02,2026-06-02,2026-07-07,已修好。,A,',
      '2025-0106,水井,没有水。,赵六,tanggou,water,,2026-07-01,,,,,',
      '2025-0104,路灯,太暗。,,,,,,,,,,',
    )
    expect(counts((await send(newer)).body)).toEqual({ rows: 3, repeats: 0, created: 1, updated: 1, unchanged: 1, rejected: [] })
    const record = await byNumber('2025-0102')
    expect(record).toMatchObject({ version: 2, state: 'answered', data: { result: 'A', repliedOn: '2026-07-07' } })
    const { data: events = [] } = (await county('GET', `/api/records/suggestions/${record?.id}/events`)).body
    expect(events.map(({ transition, from, to }) => [transition, from, to])).toEqual([
      ['import', null, 'handling'],
      ['import', 'handling', 'answered'],
    ])
    expect(events[1]).toMatchObject({
      changes: { repliedOn: { old: null, new: '2026-07-07' } },
      prev: events[0]?.hash,
      by: { office: { kind: 'county' } },
    })
  })
  it('lets new numbers go on after those that it brought', async () => {
    await send(csv('2026-0041,电线,太低。,张三,xinan,,,,,,,,'))
    const { body } = await county('POST', '/api/records/suggestions', {
      body: { township: 'xinan', data: { title: '新的', body: '内容' } },
    })
    await (await as('xinan'))('POST', `/api/records/suggestions/${body.id}/events`, {
      headers: { 'if-match': '"1"' },
      body: { transition: 'submit', given: {} },
    })
    const registered = await county('POST', `/api/records/suggestions/${body.id}/events`, {
      headers: { 'if-match': '"2"' },
      body: { transition: 'register', given: {} },
    })
    expect(registered.body.number).toBe('2026-0042')
  })
  it('does not let new numbers follow one that was mistyped, says so, and passes over it', async () => {
    const answer = await send(
      csv('2024-0042,甲,内容,张三,xinan,,,,,,,,', '2024-9999,乙,内容,张三,xinan,,,,,,,,', '2024-0044,丙,内容,张三,xinan,,,,,,,,'),
    )
    const remarks = answer.body.remarks as unknown as { row: number; path: string; message: string }[]
    expect([answer.body.created, remarks.filter(({ path }) => path === 'number')]).toEqual([
      3,
      [
        {
          row: 3,
          rows: 1,
          path: 'number',
          message: '编号 2024-9999 比已编到的 2024-0044 大得多，像是写错了，请核对。新编号仍从 2024-0044 往下编。',
        },
      ],
    ])
    await send(csv('2024-0045,丁,内容,张三,xinan,,,,,,,,'))
    // The number in a row makes its year; without one, the day of its assignment does.
    await send(csv(',戊,内容,张三,xinan,water,,2024-03-04,,,,,'))
    const { data = [] } = (await county('GET', `/api/records/suggestions?q=${encodeURIComponent('戊')}`)).body
    expect(data.map(({ number }) => number)).toEqual(['2024-0046'])
  })
  it('numbers rows without a number once, however often they come', async () => {
    const rows = csv(',没有编号,内容。,张三,xinan,water,,2026-03-02,,,,,')
    expect(counts((await send(rows)).body)).toMatchObject({ created: 1 })
    expect(counts((await send(rows)).body)).toMatchObject({ created: 0, unchanged: 1 })
    const { data = [] } = (await county('GET', `/api/records/suggestions?q=${encodeURIComponent('没有编号')}`)).body
    expect(data.map(({ number, state }) => [number, state])).toEqual([['2026-0043', 'handling']])
  })
  it('reads workbooks with real dates, whatever they are called', async () => {
    const day = (text: string) => ({ value: new Date(`${text}T00:00:00Z`), type: Date, format: 'yyyy/m/d' })
    const bytes = await writeXlsxFile([
      ['灌南县登记表'],
      ['number', 'title', 'township', 'lead', 'assignedOn', 'dueOn'],
      [20260001, '表格', 'bailu', 'water', day('2026-05-06'), day('2026-08-06')],
    ]).toBuffer()
    expect((await send(bytes)).body).toMatchObject({ rows: 1, created: 1 })
    expect((await byNumber('20260001'))?.duties).toMatchObject([{ openedOn: '2026-05-06', dueOn: '2026-08-06' }])
  })
})

describe('a file with faults', () => {
  const dirty = csv(
    '2024-001,好的,内容,张三,xinan,water,,2026-03-02,,,,,',
    '2024-002,坏的,内容,张三,xinan县,water局局,,2026-02-30,,,,E,',
    '2024-003,,,张三,xinan,water,,,,,,,',
    '2024-001,好的,内容,张三,xinan,water,,2026-03-03,,,,,',
    '2024-004,没有单位,内容,张三,xinan,,,2026-03-02,,,,,',
    '2024-005,倒着,内容,张三,xinan,water,,2026-03-02,,2026-03-01,,,',
  )
  it('is told every fault by row and path, and stores nothing', async () => {
    const before = await total()
    const answer = await send(dirty)
    expect(answer.status).toBe(200)
    const { rejected, ...rest } = answer.body as unknown as { rejected: { row: number; path: string; message: string }[] }
    expect(rest).toMatchObject({ state: 'refused', rows: 6, created: 0, updated: 0 })
    expect(rejected.map(({ row, path }) => `${row} ${path}`)).toEqual([
      '3 lead',
      '3 assignedOn',
      '3 result',
      '3 township',
      '4 title',
      '5 number',
      '6 lead',
      '7 repliedOn',
    ])
    expect(await total()).toBe(before)
    expect((await county('GET', `/api/imports/${answer.body.id}`, { headers: { 'accept-language': 'en' } })).body.rejected).toContainEqual({
      row: 4,
      cell: 'B4',
      path: 'title',
      message: 'Title is empty.',
    })
    const marked = await county('GET', `/api/imports/${answer.body.id}/errors`)
    expect([marked.status, marked.headers['content-type']]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ])
  })
  it('tells a missing column once', async () => {
    const { body } = await send('编号,标题,主办单位\n1,甲,water\n2,乙,water\n')
    expect(body).toMatchObject({
      state: 'refused',
      rejected: [{ row: 1, path: 'township', message: '表里没有“乡镇”这一列，加上后再导入。' }],
    })
  })
  it.each([
    ['nothing', '', 422],
    ['headings alone', head, 422],
    ['headings that nobody knows', '甲,乙\n1,2', 422],
    ['a heading twice', '编号,标题,标题\n1,甲,乙', 422],
    ['a page', '<html>', 415],
  ])('%s is refused whole', async (_, content, status) => {
    const answer = await send(content)
    expect([answer.status, answer.headers['content-type']]).toEqual([status, 'application/problem+json; charset=utf-8'])
    if (status === 422) expect(answer.body.errors).toHaveLength(1)
  })
  it('above 4 MB is refused', async () => expect((await send(Buffer.alloc(4 * 1024 * 1024 + 1, 'a'))).status).toBe(413))
})

describe('who may', () => {
  it('a township imports its own, and learns nothing of the others', async () => {
    const tanggou = await as('tanggou')
    const own = await (await sender('tanggou'))('编号,标题,内容\n2023-001,自己的,内容\n')
    expect(own.body).toMatchObject({ state: 'done', created: 1 })
    expect(await byNumber('2023-001', tanggou)).toMatchObject({ township: 'tanggou', state: 'draft' })
    const others = await (await sender('tanggou'))('编号,标题,乡镇\n2023-002,别人的,bailu\n2025-0102,抢号,\n')
    expect(others.body).toMatchObject({
      state: 'refused',
      rejected: [
        { row: 2, path: 'township' },
        { row: 3, path: 'number' },
      ],
    })
    // What was refused has become part of nothing: it stays its sender's.
    expect((await county('GET', `/api/imports/${others.body.id}`)).status).toBe(404)
    const seen = await county('GET', `/api/imports/${own.body.id}`)
    expect([seen.status, seen.body.rejected, seen.body.sheets], 'the county takes imports back, and reads no cell of them').toEqual([
      200,
      [],
      [],
    ])
    expect((await (await as('bailu'))('GET', `/api/imports/${others.body.id}`)).status).toBe(404)
  })
  it('units, deputies and the leader may not', async () => {
    for (const who of ['water', 'deputy1', 'leader']) expect((await (await sender(who))(csv())).status).toBe(403)
  })
  it('an unknown ledger is not there', async () => expect((await send(csv(), '', 'nothing')).status).toBe(404))
})
