import { beforeAll, describe, expect, it } from 'vitest'
import { readSheets } from '../../functions/sheets/read.ts'
import { shownText } from '../../shared/importing/sheet.ts'
import type { Client } from './api-house.ts'
import { download, openSheets } from './sheets-house.ts'

type House = Awaited<ReturnType<typeof openSheets>>
let house: House
let county: Client

beforeAll(async () => {
  house = await openSheets('2026-07-08')
  county = await house.as('county')
  const send = await house.sender('county')
  const register = [
    '编号,标题,内容,领衔代表,乡镇,主办单位,协办单位,类别,交办日期,答复期限,答复日期,答复内容,结果,满意度',
    '2026-0001,修路,"路坏了，""很坏""。\n请修。",张三、李四,xinan,water,housing、transport,农业农村,2026-03-02,2026-06-02,2026-06-01,已修好。,A,满意',
    "2026-0002,=1+1,'-危险,John Smith; Ann Lee,tanggou,housing,,,2026-03-02,无期限,,,,",
    '2026-0003,,+86 电话不通,王五,tanggou,,,,,,,,,',
  ]
  expect((await send(register.join('\n'))).body).toMatchObject({ state: 'done', created: 3 })
  await (await house.as('tanggou'))('POST', '/api/records/suggestions', { body: { data: { title: '草稿', body: '还没有编号' } } })
})

const rowsOf = async (bytes: Buffer) => {
  const sheets = await readSheets(bytes)
  return 'status' in sheets ? [] : (sheets[0]?.rows ?? []).map(({ cells }) => cells.map((cell) => shownText(cell)))
}

describe('an exported file', () => {
  it.each([
    ['xlsx', 'zh'],
    ['xlsx', 'en'],
    ['csv', 'zh'],
    ['csv', 'en'],
  ])('%s in %s imports again as unchanged, drafts too', async (format, lang) => {
    // The draft is the township's alone until it is submitted; the township exports it.
    for (const [who, rows] of [
      ['county', 3],
      ['tanggou', 3],
    ] as const) {
      const file = await download(await house.as(who), `/api/exports/suggestions?format=${format}`, { 'accept-language': lang })
      expect(file.status).toBe(200)
      const again = await (await house.sender(who))(file.bytes)
      expect(again.body).toMatchObject({ state: 'done', created: 0, updated: 0, rejected: [], ignored: [] })
      expect(again.body.rows).toBe(again.body.unchanged)
      expect(again.body.rows).toBeGreaterThanOrEqual(rows)
    }
  })
  it('of more than can be made while somebody waits is refused with what to do instead, and not cut off', async () => {
    const { exported } = await import('../../functions/sheets/export.ts')
    const { systemScope } = await import('../../functions/store/system-scope.ts')
    const { suggestions } = await import('../../shared/ledgers/suggestions.ts')
    const of = (format: 'xlsx' | 'csv', most: number) =>
      exported([suggestions], { query: { sort: 'number' } }, format, systemScope(), '2026-07-08', 'zh', most)
    expect(await of('csv', 100)).not.toHaveProperty('status')
    expect(await Promise.all([of('xlsx', 1), of('csv', 1)])).toMatchObject([
      { status: 422, sentence: { zh: '一次最多导出 1 件。请按年份、乡镇或状态筛选后分几次导出，或改导出 .csv（最多 50000 件）。' } },
      { status: 422, sentence: { zh: '一次最多导出 1 件。请按年份、乡镇或状态筛选后分几次导出。' } },
    ])
  })
  it('of the columns shown and the rows chosen counts them, says how late they are, and imports again as unchanged', async () => {
    const { data } = (await county('GET', '/api/records/suggestions?q=2026-000')).body as { data: { id: string; number: string }[] }
    const ids = ['2026-0002', '2026-0001'].map((number) => data.find((each) => each.number === number)?.id)
    const asked = `ids=${ids.join()}&columns=lamp,number,heading,nowhere,lead,duties,dueOn,year,createdAt`
    const file = await download(county, `/api/exports/suggestions?${asked}`)
    const [headings, ...rows] = await rowsOf(file.bytes)
    expect(headings?.slice(0, 9)).toEqual(['序号', '编号', '标题', '主办单位', '该办单位', '最近待办日', '年度', '建立时间', '超期天数'])
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      ['1', '2026-0002', '=1+1'],
      ['2', '2026-0001', '修路'],
    ])
    const again = await (await house.sender('county'))(file.bytes)
    expect(again.body).toMatchObject({ state: 'done', rows: 2, unchanged: 2, rejected: [], ignored: [] })
    const foreign = await download(await house.as('tanggou'), `/api/exports/suggestions?${asked}`)
    expect((await rowsOf(foreign.bytes)).slice(1).map((row) => row[1])).toEqual(['2026-0002'])
  })
  it('of what is overdue or soon to be says by which day and how late, first of all', async () => {
    await (await house.sender('county'))(
      '编号,标题,内容,乡镇,主办单位,交办日期,答复期限\n2026-0009,通渠,渠堵了。,beichenji,urban,2026-03-02,2026-06-02\n',
    )
    const wanted = ['序号', '编号', '乡镇', '状态', '最近待办日', '超期天数', '该办单位']
    for (const format of ['xlsx', 'csv']) {
      const file = await download(county, `/api/exports/suggestions?format=${format}&overdue=true&township=beichenji`)
      const [headings, row] = await rowsOf(file.bytes)
      expect([headings?.slice(0, 7), row?.slice(0, 7)]).toEqual([
        wanted,
        ['1', '2026-0009', 'beichenji', '办理中', '2026-06-02', '36', 'urban'],
      ])
      const again = await (await house.sender('county'))(file.bytes)
      expect(again.body).toMatchObject({ state: 'done', rows: 1, unchanged: 1, rejected: [], ignored: [] })
    }
    const shown = await download(county, '/api/exports/suggestions?overdue=true&township=beichenji&columns=lamp,number,heading')
    expect((await rowsOf(shown.bytes))[0]?.slice(0, 5)).toEqual(['序号', '编号', '标题', '最近待办日', '超期天数'])
  })
  it('of what an office owes says by which day and how late it is itself, whatever another owes before', async () => {
    await (await house.sender('county'))('编号,标题,内容,乡镇\n2026-0010,治水,水浑。,sankou\n')
    const { data: [found] = [] } = (await county('GET', '/api/records/suggestions?q=2026-0010')).body
    const act = async (transition: string, version: unknown, given: object, more: object) => {
      const body = { transition, given, reason: '补记', ...more }
      const headers = { 'if-match': `"${version}"` }
      return county('POST', `/api/records/suggestions/${found?.id}/events`, { body, headers })
    }
    const assigned = await act('assign', found?.version, { lead: 'housing', co: ['water'] }, { on: '2026-03-02' })
    const { body } = await act('accept', assigned.body.version, {}, { on: '2026-03-03', for: 'housing' })
    const open = body.duties?.filter(({ state }) => state === 'open').map(({ holder, dueOn }) => [(holder as { id: string }).id, dueOn])
    expect(open?.sort()).toEqual([
      ['housing', '2026-06-02'],
      ['water', '2026-04-02'],
    ])
    const shown = async (query: string) => {
      const [headings = [], row = []] = await rowsOf((await download(county, `/api/exports/suggestions?${query}`)).bytes)
      return ['编号', '最近待办日', '超期天数'].map((heading) => row[headings.indexOf(heading)])
    }
    for (const rows of ['overdue=true&township=sankou', 'township=sankou&columns=number,dueOn', `ids=${found?.id}&columns=lamp,number`]) {
      expect(await shown(rows), rows).toEqual(['2026-0010', '2026-04-02', '97'])
      expect(await shown(`${rows}&holder=unit:water`), rows).toEqual(['2026-0010', '2026-04-02', '97'])
      expect(await shown(`${rows}&holder=unit:housing`), rows).toEqual(['2026-0010', '2026-06-02', '36'])
    }
  })
  it('of all ledgers holds what every record has: who has to act and how late it is, in the order of the days or of those chosen', async () => {
    const opinion = await (await house.as('tanggou'))('POST', '/api/records/public-opinions', {
      body: { data: { matter: '路灯不亮', source: 'visit' } },
    })
    expect(opinion.status, opinion.text).toBe(201)
    const wanted = ['序号', '编号', '台账', '标题', '乡镇', '状态', '该办单位', '最近待办日', '年度', '建立时间', '更新时间', '超期天数']
    for (const format of ['xlsx', 'csv']) {
      const file = await download(await house.as('tanggou'), `/api/exports?format=${format}`)
      const [headings = [], ...rows] = await rowsOf(file.bytes)
      expect(headings, format).toEqual(wanted)
      expect(rows.map((row) => row[headings.indexOf('台账')])).toEqual(expect.arrayContaining(['代表建议', '社情民意']))
      expect(rows.map(([count]) => count)).toEqual(rows.map((_, at) => String(at + 1)))
    }
    const columns = 'columns=lamp,ledger,heading,duties'
    const late = await rowsOf((await download(county, `/api/exports?overdue=true&q=治水&${columns}`)).bytes)
    expect(late).toEqual([
      ['序号', '台账', '标题', '该办单位', '最近待办日', '超期天数'],
      ['1', '代表建议', '治水', 'water、housing', '2026-04-02', '97'],
    ])
    const { data: [first] = [] } = (await county('GET', '/api/records/suggestions?q=2026-0010')).body
    const { data: [second] = [] } = (await county('GET', '/api/records/suggestions?q=2026-0001')).body
    const ids = `ids=public-opinions:${opinion.body.id},suggestions:${second?.id},${first?.id}`
    const chosen = async (who: string, query: string) =>
      (await rowsOf((await download(await house.as(who), `/api/exports?${ids}&${columns}${query}`)).bytes)).slice(1).map((row) => row[2])
    expect(await chosen('tanggou', '')).toEqual(['路灯不亮'])
    expect(await chosen('housing', '&holder=unit:housing')).toEqual(['修路', '治水'])
    expect(await chosen('sankou', '')).toEqual(['治水'])
    expect((await county('GET', '/api/exports?ids=a:b:c')).status).toBe(422)
    expect((await county('GET', `/api/exports?ids=${second?.id},suggestions:${first?.id}`)).body.errors).toMatchObject([{ path: 'ids' }])
    expect((await county('GET', '/api/exports?township=atlantis')).status).toBe(422)
  })
  it('has headings and names in the language asked', async () => {
    const [zh, en] = await Promise.all(
      ['zh', 'en'].map(async (lang) =>
        rowsOf((await download(county, '/api/exports/suggestions?q=修路', { 'accept-language': lang })).bytes),
      ),
    )
    expect(zh?.[0]?.slice(0, 6)).toEqual(['编号', '乡镇', '状态', '标题', '领衔代表', '附议代表'])
    expect(zh?.[1]).toEqual(expect.arrayContaining(['2026-0001', '已办结', '张三', '李四', '2026-03-02', '已解决', '满意']))
    expect(en?.[1]).toEqual(expect.arrayContaining(['Closed', 'Solved', 'Satisfied']))
  })
  it('holds what the filters ask, in the caller’s scope only', async () => {
    const numbers = async (who: string, query = '') =>
      (await rowsOf((await download(await house.as(who), `/api/exports/suggestions?format=csv${query}`)).bytes))
        .slice(1)
        .map((cells) => cells[0])
    expect(await numbers('county', '&township=tanggou&state=handling')).toEqual(['2026-0002'])
    expect(await numbers('xinan')).toEqual(['2026-0001'])
    expect(await numbers('transport')).toEqual(['2026-0001'])
    expect(await numbers('bailu')).toEqual([])
  })
  it('runs nothing in a spreadsheet', async () => {
    const { text } = await download(county, '/api/exports/suggestions?format=csv')
    expect(text).toContain(",'=1+1,")
    expect(text).not.toMatch(/(^|,)"?[=+@]/m)
  })
  it('is refused with other formats and filters, and stands in the log', async () => {
    expect((await county('GET', '/api/exports/suggestions?format=pdf')).status).toBe(422)
    expect((await county('GET', '/api/exports/suggestions?nothing=1')).status).toBe(422)
    expect((await county('GET', '/api/exports/nothing')).status).toBe(404)
    const { data = [] } = (await county('GET', '/api/log?kind=operation')).body
    expect(data).toContainEqual(expect.objectContaining({ what: 'export', about: 'suggestions' }))
  })
  it('above 4 MB is fetched from a short-lived address', async () => {
    const { parcel } = await import('../../functions/files/parcel.ts')
    const address = await parcel(
      { name: 'x.csv', type: 'text/csv', bytes: Buffer.alloc(5 * 1024 * 1024, 'a') },
      'x.csv',
      'attachment; filename="x.csv"',
    )
    const file = await fetch(address)
    expect([file.status, (await file.arrayBuffer()).byteLength]).toEqual([200, 5 * 1024 * 1024])
  })
})

describe('a template', () => {
  it('has every heading that an import understands, and none for a township’s own name', async () => {
    const headings = async (who: string) =>
      (await rowsOf((await download(await house.as(who), '/api/imports/suggestions/template')).bytes))[0] ?? []
    expect(await headings('county')).toEqual(expect.arrayContaining(['编号', '乡镇', '标题', '主办单位', '答复期限', '满意度']))
    expect(await headings('xinan')).not.toContain('乡镇')
  })
})

it('above 4 MB a file is laid out to be fetched from an address that lasts minutes', async () => {
  const xinan = await house.as('xinan')
  const data = { title: '大件', body: '水'.repeat(4990) }
  for (let at = 0; at < 290; at += 10) {
    const made = await Promise.all(Array.from({ length: 10 }, () => xinan('POST', '/api/records/suggestions', { body: { data } })))
    expect(made.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 201))
  }
  const answer = await xinan('GET', '/api/exports/suggestions?format=csv')
  expect([answer.status, answer.text]).toEqual([303, ''])
  const file = await fetch(String(answer.headers.location))
  expect(file.headers.get('content-disposition')).toMatch(/^attachment;/)
  expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(4 * 1024 * 1024)
})
