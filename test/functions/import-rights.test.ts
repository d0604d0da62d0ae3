import { beforeAll, describe, expect, it } from 'vitest'
import { readSheets } from '../../functions/sheets/read.ts'
import type { Body, Client } from './api-house.ts'
import { download, openSheets, type Send } from './sheets-house.ts'

const today = '2026-07-08'
let county: Client
let xinan: Client
let byCounty: Send
let byXinan: Send

beforeAll(async () => {
  const house = await openSheets(today)
  county = await house.as('county')
  xinan = await house.as('xinan')
  byCounty = await house.sender('county')
  byXinan = await house.sender('xinan')
})

const named = async (number: string, client = county, ledger = 'suggestions') => {
  const { data = [] } = (await client('GET', `/api/records/${ledger}?q=${encodeURIComponent(number)}&limit=100`)).body
  return data.find((record) => record.number === number) as Body
}
const rejected = ({ body }: { body: Body }) => (body.rejected as { row: number; path: string; message: string }[]) ?? []
const places = (answer: { body: Body }) => rejected(answer).map(({ row, path }) => `${row} ${path}`)

describe('a township’s file', () => {
  const head = '编号,标题,内容,主办单位,交办日期,答复期限,答复日期,答复内容,结果,满意度'
  it('is asked by its template only what it may bring', async () => {
    const read = async (client: Client) => {
      const { bytes } = await download(client, '/api/imports/suggestions/template', { 'accept-language': 'zh' })
      const sheets = await readSheets(bytes)
      return 'status' in sheets ? [] : (sheets[0]?.rows[0]?.cells ?? [])
    }
    const own = await read(xinan)
    expect(own).toEqual(expect.arrayContaining(['编号', '标题', '内容', '领衔代表']))
    expect(own.filter((heading) => ['乡镇', '主办单位', '交办日期', '答复内容', '满意度'].includes(String(heading)))).toEqual([])
    expect(await read(county)).toEqual(expect.arrayContaining(['乡镇', '主办单位', '交办日期', '答复内容', '满意度']))
  })
  it('brings new items where creation would: as drafts', async () => {
    const answer = await byXinan(`${head}\n2023-001,修路,路坏了。,,,,,,,\n,种树,没有树。,,,,,,,`)
    expect(answer.body).toMatchObject({ state: 'done', created: 2, rejected: [] })
    expect(await named('2023-001', xinan)).toMatchObject({ township: 'xinan', state: 'draft', duties: [] })
    expect((await byXinan(`${head}\n2023-001,修路,路坏了。,,,,,,,\n,种树,没有树。,,,,,,,`)).body).toMatchObject({
      created: 0,
      unchanged: 2,
    })
  })
  it('invents no assignment, no answer and no satisfaction', async () => {
    const answer = await byXinan(`${head}\n2023-002,修路,路坏了。,water,2023-03-02,2023-06-02,2023-05-02,修好了。,A,satisfied`)
    expect(answer.body).toMatchObject({ state: 'refused', created: 0 })
    expect(places(answer)).toEqual(['lead', 'assignedOn', 'due', 'repliedOn', 'reply', 'result', 'satisfaction'].map((path) => `2 ${path}`))
    expect(rejected(answer)[0]?.message).toContain('主办单位')
    expect(await named('2023-002')).toBeUndefined()
  })
  it('is asked what a form asks', async () => {
    expect(places(await byXinan('编号,标题\n2023-003,没有内容'))).toEqual(['2 body'])
  })
  it('leaves alone what the unit answered, as PATCH does', async () => {
    await byCounty(
      '编号,标题,内容,乡镇,主办单位,交办日期,答复日期,答复内容,结果\n2024-001,桥,桥坏了。,xinan,water,2024-03-02,2024-05-02,修好了。,A',
    )
    const before = await named('2024-001')
    expect(before.state).toBe('answered')
    const changed = await byXinan('编号,主办单位,交办日期,答复内容,结果\n2024-001,housing,2024-03-09,没有修。,C')
    expect(places(changed)).toEqual(['lead', 'assignedOn', 'reply', 'result'].map((path) => `2 ${path}`))
    expect(await named('2024-001')).toEqual(before)
    const same = await byXinan('编号,标题,主办单位,交办日期,答复内容,结果\n2024-001,桥,water,2024-03-02,修好了。,A')
    expect(same.body).toMatchObject({ state: 'done', unchanged: 1, rejected: [] })
  })
  it('changes what its form may change', async () => {
    await byXinan(`${head}\n2023-004,修路,路坏了。,,,,,,,`)
    expect((await byXinan('编号,标题\n2023-004,修桥')).body).toMatchObject({ state: 'done', updated: 1 })
    expect(await named('2023-004')).toMatchObject({ version: 2, state: 'draft', data: { title: '修桥' } })
  })
  it('gives no number to what has none or another', async () => {
    const made = await xinan('POST', '/api/records/suggestions', { body: { data: { title: '无号', body: '内容' } } })
    expect(places(await byXinan(`编号,系统号,标题\n2026-9999,${made.body.id},无号`))).toEqual(['2 number'])
    const { number } = (await xinan('GET', `/api/records/suggestions/${made.body.id}`)).body
    expect(number).toBeUndefined()
  })
  it('does not move the county’s sequence of numbers', async () => {
    await byXinan(`${head}\n2026-7000,抢号,内容。,,,,,,,`)
    await byCounty('标题,内容,乡镇\n补号,内容,bailu')
    const { data = [] } = (await county('GET', `/api/records/suggestions?q=${encodeURIComponent('补号')}`)).body
    expect(data.map(({ number }) => number)).toEqual(['2026-0001'])
  })
  it('books no points as counted', async () => {
    const answer = await byXinan('内容,代表,履职类型,日期\n调研,张三,inspection,2026-05-06', '', 'performance-entries')
    expect(rejected(answer)).toEqual([])
    const { data = [] } = (await county('GET', '/api/records/performance-entries')).body
    expect(data.map(({ state }) => state)).toEqual(['draft'])
  })
  it('learns nothing of what is hidden from it, nor writes it', async () => {
    const made = await xinan('POST', '/api/records/guidance-requests', { body: { data: { matter: '补选', question: '怎样办？' } } })
    const at = `/api/records/guidance-requests/${made.body.id}`
    const step = (client: Client, version: number, transition: string, given = {}) =>
      client('POST', `${at}/events`, { headers: { 'if-match': `"${version}"` }, body: { transition, given } })
    const now = (await step(xinan, 1, 'ask')).body
    await step(county, 2, 'route', { committee: 'office' })
    expect((await step(county, 3, 'draftReply', { proposed: '按规定办。' })).status).toBe(200)
    const whole = (await county('GET', at)).body
    const guess = (text: string, query: string) => byXinan(`编号,拟答复\n${now.number},${text}`, query, 'guidance-requests')
    const told = async (text: string) => {
      const { id: _, ...rest } = (await guess(text, '?dryRun=true')).body
      return rest
    }
    expect(await told('按规定办。')).toEqual(await told('不按规定办。'))
    await guess('不按规定办。', '')
    expect((await county('GET', at)).body).toEqual(whole)
  })
})

describe('the county’s file', () => {
  it('neither writes nor compares what is hidden from the county', async () => {
    const made = await xinan('POST', '/api/records/public-opinions', {
      body: { data: { matter: '路灯不亮', source: 'visit', visitor: '来访人', receivedOn: '2026-07-01' } },
    })
    expect([made.status, made.body.errors]).toEqual([201, undefined])
    const { number } = made.body
    const send = (visitor: string, query = '') => byCounty(`编号,反映人\n${number},${visitor}`, query, 'public-opinions')
    const dry = async (visitor: string) => {
      const { id: _, ...rest } = (await send(visitor, '?dryRun=true')).body
      return rest
    }
    expect(await dry('来访人')).toEqual(await dry('别人'))
    expect((await send('别人')).body).toMatchObject({ updated: 0, ignored: ['反映人'] })
    const now = (await xinan('GET', `/api/records/public-opinions/${made.body.id}`)).body as unknown as { data: { visitor: string } }
    expect(now.data.visitor).toBe('来访人')
  })
})

it('a row that was overtaken between check and store is told, not lost', async () => {
  const [{ suggestions }, { check }, { finished }, { carryOn }, { newImportId }, { world }] = await Promise.all([
    import('../../shared/ledgers/suggestions.ts'),
    import('../../functions/sheets/check.ts'),
    import('../../functions/sheets/finish.ts'),
    import('../../functions/sheets/carry-on.ts'),
    import('../../functions/store/imports.ts'),
    import('../../functions/world.ts'),
  ])
  const file = '编号,标题,内容,类别\n2022-001,一,内容,其他\n2022-002,二,内容,其他\n'
  expect((await byXinan(file)).body).toMatchObject({ created: 2 })
  const scope = {
    person: 'p1',
    name: '新安',
    role: 'clerk' as const,
    office: { kind: 'township' as const, id: 'xinan' },
    township: 'xinan',
  }
  const clock = { now: new Date(), today }
  const newer = '编号,标题,内容,类别\n2022-001,一,内容,农业农村\n2022-002,二,内容,农业农村\n2022-003,三,内容,其他\n'
  const sheets = await readSheets(Buffer.from(newer))
  const checked = await check(suggestions, 'status' in sheets ? [] : sheets, scope, clock, await world())
  if ('status' in checked) throw new Error(checked.sentence.zh)
  const blank = { rows: 0, repeats: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 }
  const id = newImportId(new Date())
  const base = {
    id,
    ledger: 'suggestions',
    scope,
    dryRun: false,
    state: 'checking' as const,
    createdAt: clock.now.toISOString(),
    name: 'x.csv',
  }
  const job = await finished({ ...base, progress: { done: 0, of: 0 }, counts: blank, lease: 0 }, checked, Date.now() + 60_000)
  expect(job.counts).toMatchObject({ created: 1, updated: 2 })
  const { id: record } = await named('2022-001', xinan)
  const submitted = await xinan('POST', `/api/records/suggestions/${record}/events`, {
    headers: { 'if-match': '"1"' },
    body: { transition: 'submit', given: {} },
  })
  expect(submitted.status).toBe(200)
  const done = await carryOn(job, () => clock, Number.POSITIVE_INFINITY)
  expect(done).toMatchObject({ state: 'done', counts: { created: 1, updated: 1, rejected: 1 } })
  const told = await xinan('GET', `/api/imports/${id}`)
  expect(places(told)).toEqual(['2 category'])
  expect(rejected(told)[0]?.message).toContain('已提交')
  expect(await named('2022-002', xinan)).toMatchObject({ version: 2 })
})
