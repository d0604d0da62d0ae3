import { beforeAll, describe, expect, it } from 'vitest'
import type { Client } from './api-house.ts'
import { openSheets, type Send } from './sheets-house.ts'

let send: Send
let county: Client

beforeAll(async () => {
  const house = await openSheets('2026-07-08')
  county = await house.as('county')
  send = await house.sender('county')
})

type Sheets = {
  name: string
  heading?: number
  first: { row: number; cells: string[] }[]
  columns: { at: number; heading: string; path?: string; samples: string[] }[]
}[]
/** What a file looks like: told with the refusal where nothing was read, else by a route of its own. */
const sheetsOf = async ({ status, body }: { status: number; body: object }) =>
  status === 422
    ? (body as { sheets: Sheets }).sheets
    : ((await county('GET', `/api/imports/${(body as { id: string }).id}/sheets`)).body.data as unknown as Sheets)

describe('what was read is shown', () => {
  it('as it stands in the file: first rows, heading, what each column is taken for, and its first values', async () => {
    const rows = [
      '灌南县登记表',
      '编号,标题,主办单位,备注',
      '2018-001,修路,water,急',
      '2018-002,修桥,water,',
      '2018-003,种树,housing,',
      '2018-004,路灯,housing,',
    ]
    const [sheet] = await sheetsOf(await send(rows.join('\n'), '?dryRun=true'))
    expect(sheet).toMatchObject({ name: '登记表', heading: 2 })
    expect(sheet?.first[0]).toEqual({ row: 1, cells: ['灌南县登记表'] })
    expect(sheet?.columns).toEqual([
      { at: 0, heading: '编号', path: 'number', samples: ['2018-001', '2018-002', '2018-003'] },
      { at: 1, heading: '标题', path: 'title', samples: ['修路', '修桥', '种树'] },
      { at: 2, heading: '主办单位', path: 'lead', samples: ['water', 'water', 'housing'] },
      { at: 3, heading: '备注', samples: ['急'] },
    ])
  })
  it('also where no heading is known, so that its sender can say what is what', async () => {
    const file = '甲,乙,丙\n2018-010,修渠,xinan\n'
    const refused = await send(file, '?dryRun=true')
    expect([refused.status, (await sheetsOf(refused))[0]?.first[0]]).toEqual([422, { row: 1, cells: ['甲', '乙', '丙'] }])
    const marked = await send(file, '?dryRun=true', 'suggestions', { headings: '{"登记表":1}' })
    expect([marked.status, (await sheetsOf(marked))[0]?.columns.map(({ heading }) => heading)]).toEqual([422, ['甲', '乙', '丙']])
    const columns = JSON.stringify({ 甲: 'number', 乙: 'title', 丙: 'township' })
    expect((await send(file, '', 'suggestions', { headings: '{"登记表":1}', columns })).body).toMatchObject({ state: 'done', created: 1 })
  })
  it('and the heading can be moved', async () => {
    const rows = ['编号,标题,乡镇', '编号（新）,标题（新）,乡镇', '2018-020,修闸,xinan']
    const read = async (headings: string) =>
      (await sheetsOf(await send(rows.join('\n'), '?dryRun=true', 'suggestions', { headings })))[0]?.heading
    expect(await read('{"登记表":2}')).toBe(2)
    expect(await read('{"登记表":1}')).toBe(1)
  })
  it('what says nothing of a row is refused with a sentence', async () => {
    for (const fields of [{ headings: '{"登记表":"二"}' }, { headings: '[' }, { choices: '{"a":1}' }])
      expect((await send('编号,标题\n1,x', '?dryRun=true', 'suggestions', fields as never)).status).toBe(422)
  })
})

describe('what may be meant by a cell', () => {
  const file =
    '编号,标题,乡镇,主办单位,办理情况\n2019-1,修路,新安真,water,已办结\n2019-2,修桥,新安真,waters,以办结\n2019-3,修渠,xinan,water,已办结\n'
  const ask = async (values?: object) => {
    const { body } = await send(file, '?dryRun=true', 'suggestions', values ? { values: JSON.stringify(values) } : {})
    const { rejected, remarks } = body as unknown as {
      [list: string]: { row: number; path: string; message: string; instead?: { by: string } }[]
    }
    return { rejected, remarks: remarks?.map(({ message }) => message), body }
  }
  it('is proposed, taken for every cell of the column that says so, and told', async () => {
    await county('PATCH', '/api/offices/township/xinan', { body: { name: { zh: '新安镇', en: 'Xinan' } } })
    const first = await ask()
    expect(first.rejected?.map(({ row, path, instead }) => [row, path, instead])).toEqual([
      [2, 'township', { said: '新安真', by: '新安镇' }],
      [3, 'lead', { said: 'waters', by: expect.any(String) }],
      [3, 'state', { said: '以办结', by: '已办结' }],
      [3, 'township', { said: '新安真', by: '新安镇' }],
    ])
    const second = await ask({ township: { 新安真: '新安镇' }, state: { 以办结: '已办结' } })
    expect(second.rejected?.map(({ row, path }) => [row, path])).toEqual([[3, 'lead']])
    expect(second.remarks).toContain('“新安真”按您的选择当作“新安镇”。')
    const values = JSON.stringify({ township: { 新安真: '新安镇' }, state: { 以办结: '已办结' }, lead: { waters: 'water' } })
    expect((await send(file, '', 'suggestions', { values })).body).toMatchObject({ state: 'done', created: 3 })
  })
  it('that cannot be read is refused with a sentence', async () => {
    for (const values of ['{', '{"lead":"x"}', '[1]'])
      expect((await send(file, '?dryRun=true', 'suggestions', { values })).body.errors).toMatchObject([{ path: 'values' }])
  })
})
