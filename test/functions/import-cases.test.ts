import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Client } from './api-house.ts'
import { openSheets, type Send } from './sheets-house.ts'
import { rowsXml, workbook } from './workbook.ts'

type Told = { row: number; path: string; message: string; cell?: string; sheet?: string }
type Result = {
  state: string
  rows: number
  created: number
  rejected: Told[]
  ignored: string[]
  remarks: Told[]
  passed: { sheet: string; row?: number; text: string }[]
  sheets: { name: string; hidden?: true; heading: number; rows: number; hiddenRows: number; emptyRows: number }[]
  errors?: { path: string; message: string }[]
}
let county: Client
let send: Send

beforeAll(async () => {
  const house = await openSheets('2026-11-28')
  county = await house.as('county')
  send = await house.sender('county')
  const named = { 'township/xinan': '新安镇', 'township/tianlou': '田楼镇', 'unit/water': '县水务局' }
  for (const [place, zh] of Object.entries(named)) await county('PATCH', `/api/offices/${place}`, { body: { name: { zh, en: place } } })
  await county('POST', '/api/offices', { body: { id: 'commerce', kind: 'unit', name: { zh: '县商务局', en: 'Commerce Bureau' } } })
})

const file = (name: string) => readFileSync(`test/cases/${name}`)
const taken = async (name: string, query = '') => {
  const { status, body } = await send(file(name), query)
  return { status, ...(body as unknown as Result) }
}
const byNumber = async (number: string) => {
  const { data = [] } = (await county('GET', `/api/records/suggestions?q=${encodeURIComponent(number)}`)).body
  return data.find((record) => record.number === number)
}

it('no case is left untried', () => {
  const told = readFileSync('test/functions/import-cases.test.ts', 'utf8')
  expect(readdirSync('test/cases').filter((name) => !told.includes(`'${name}'`))).toEqual([])
})

describe('a workbook', () => {
  it.each([
    ['with a chart on a tab of its own', 'chart-sheet.xlsx', '台账'],
    ['whose cells have no address', 'no-cell-address.xlsx', 'Sheet1'],
  ])('%s is read', async (_, name, tab) => {
    expect(await taken(name, '?dryRun=true')).toMatchObject({
      status: 200,
      rows: 1,
      created: 1,
      rejected: [],
      ignored: [],
      sheets: [{ name: tab, heading: 1, rows: 1 }],
    })
  })
  it('with a heading of two rows loses no column', async () => {
    const answer = await taken('two-row-heading.xlsx')
    expect(answer).toMatchObject({
      created: 1,
      ignored: [],
      sheets: [{ heading: 3, rows: 1 }],
      passed: [{ row: 1, text: '代表建议办理台账' }],
    })
    expect(await byNumber('2026-9201')).toMatchObject({
      state: 'handling',
      data: { lead: 'water', assignedOn: '2026-10-12' },
      duties: [{ key: 'reply', dueOn: '2026-12-31' }],
    })
  })
  it('with a tab for each township is one register', async () => {
    const answer = await taken('sheet-per-township.xlsx')
    expect(answer).toMatchObject({
      rows: 2,
      created: 2,
      sheets: [
        { name: '新安镇', rows: 1 },
        { name: '田楼镇', rows: 1 },
      ],
    })
    expect((await byNumber('2026-9222'))?.township).toBe('tianlou')
  })
  it('with borders down to its end holds the rows that have a value', async () => {
    expect(await taken('border-down-to-the-end.xlsx', '?dryRun=true')).toMatchObject({ rows: 1, created: 1 })
    const head = rowsXml([
      ['编号', '标题', '乡镇'],
      ['2026-9299', '修壬桥', '新安镇'],
    ])
    const empty = Array.from({ length: 100_998 }, (_, at) => `<row r="${at + 3}"><c r="A${at + 3}" s="1"/></row>`)
    expect((await send(workbook(head + empty.join('')), '?dryRun=true')).body).toMatchObject({ rows: 1, created: 1 })
  })
  it('with a formula that was never calculated is refused at its cell', async () => {
    const { rejected } = await taken('formula-without-result.xlsx', '?dryRun=true')
    expect(rejected).toMatchObject([{ row: 2, path: 'due', cell: 'H2' }])
    expect(rejected[0]?.message).toContain('公式没有存下结果')
  })
  it('gives numbers as they are shown, and refuses those that the spreadsheet has changed', async () => {
    const { rejected, rows, created } = await taken('numbers-in-cells.xlsx', '?dryRun=true')
    expect([rows, created, rejected.map(({ cell, path }) => `${cell} ${path}`)]).toEqual([4, 1, ['A3 number', 'A4 number', 'A5 number']])
  })
  it.each(['far.xlsx', 'far2.xlsx', 'dup.xlsx', 'space.xlsx'])('that reaches out of bounds is answered at once: %s', async (name) => {
    const { status, rejected = [], errors = [] } = await taken(name, '?dryRun=true')
    expect([200, 422]).toContain(status)
    expect([...rejected, ...errors].length).toBeGreaterThan(0)
  })
})

describe('headings', () => {
  it.each(['other-system.xlsx', 'deadline-other-name.xlsx'])('of other systems are understood: %s', async (name) => {
    expect(await taken(name)).toMatchObject({ state: 'done', rows: 1, ignored: [] })
    expect(await byNumber('2026-9401')).toMatchObject({
      data: { title: '修桥', body: '桥坏了', deputies: ['张一'], lead: 'water', assignedOn: '2026-10-12' },
      duties: [{ key: 'reply', dueOn: '2026-12-31' }],
    })
  })
  const odd = '编号,标题,乡镇,主办单位,交办日期,镇里定的期限\n2026-9402,修桥,新安镇,水务局,2026-10-12,2026-12-31\n'
  it('that look like a deadline and are not understood stop the import until somebody says what they are', async () => {
    const { status, body } = await send(odd)
    expect([status, body.errors?.map(({ path }) => path)]).toEqual([422, ['columns.镇里定的期限']])
    expect(body.errors?.[0]?.message).toContain('像是期限')
    expect((await send(odd, '', 'suggestions', { columns: '{"镇里定的期限":"due"}' })).body).toMatchObject({ state: 'done', created: 1 })
    expect((await byNumber('2026-9402'))?.duties).toMatchObject([{ dueOn: '2026-12-31' }])
    // Remembered: the next file of the same headings is asked nothing, and is told.
    const next = await send(odd.replace('9402', '9404'))
    expect(next.body).toMatchObject({ state: 'done', created: 1, answered: { 镇里定的期限: 'due' } })
    const left = await send(odd.replace('9402', '9403'), '', 'suggestions', { columns: '{"镇里定的期限":"ignore"}' })
    expect(left.body).toMatchObject({ state: 'done', created: 1, ignored: ['镇里定的期限'] })
  })
  it('that are said to mean what the ledger does not have are refused, each by its name', async () => {
    const { status, body } = await send(odd, '', 'suggestions', { columns: '{"镇里定的期限":"constructor","编号":"number"}' })
    expect([status, body.errors?.map(({ path }) => path)]).toEqual([422, ['columns.镇里定的期限']])
    expect((await send(odd, '', 'suggestions', { columns: 'x' })).status).toBe(422)
  })
})

describe('a text file', () => {
  it('ends a row at every kind of line end', async () => {
    expect(await taken('mixed-line-ends.csv', '?dryRun=true')).toMatchObject({ rows: 3, created: 3, rejected: [] })
  })
  it('gives up the armour of its cells', async () => {
    expect(await taken('equals-quote.csv')).toMatchObject({ created: 1, rejected: [] })
    expect((await byNumber('2026-9281'))?.data).toMatchObject({ title: '修庚桥' })
  })
  it('is parted by the sign that parts most of its lines', async () => {
    expect(await taken('title-tab.txt')).toMatchObject({ rows: 1, created: 1, sheets: [{ name: '登记表', heading: 2 }] })
  })
  it('whose number lost its digits is refused', async () => {
    expect((await taken('scientific.csv')).rejected).toMatchObject([{ row: 2, path: 'number', cell: 'A2' }])
  })
  it('names one deputy and tells of the others', async () => {
    const { remarks, created } = await taken('and-others.csv')
    expect([created, remarks.map(({ cell }) => cell)]).toEqual([1, ['E2']])
    expect(await byNumber('2026-9701')).toMatchObject({ data: { deputies: ['张桂兰'] } })
  })
  it('whose row runs past its headings is refused there', async () => {
    const { body } = await send('编号,标题,乡镇\n2026-9801,修桥,新安镇,水务局\n', '?dryRun=true')
    expect(body).toMatchObject({ rejected: [{ row: 2, cell: 'D2' }] })
  })
  it('whose title was broken in its cell gives one line', async () => {
    expect(await taken('title-alt-enter.csv')).toMatchObject({ created: 1, rejected: [] })
    expect(await byNumber('2026-9306')).toMatchObject({ data: { title: '关于修桥 和修路的建议' } })
  })
  it('cannot tell of the future', async () => {
    const { body } = await send('编号,标题,乡镇,主办单位,交办日期\n2026-9802,修桥,新安镇,水务局,2026-11-29\n', '?dryRun=true')
    expect(body).toMatchObject({ rejected: [{ row: 2, path: 'assignedOn', cell: 'E2' }] })
  })
})
