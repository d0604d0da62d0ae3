import { beforeAll, describe, expect, test } from 'vitest'
import { openArchive } from '../../functions/sheets/xlsx/archive.ts'
import type { Client } from './api-house.ts'
import { download, openRegister, wordsIn } from './sheets-house.ts'

const file = '/api/papers/meetings/townshipFile'
const tables = '/api/papers/meetings/workReport'
let house: Awaited<ReturnType<typeof openRegister>>['house']
let county: Client
let ids: { [number: string]: string }

beforeAll(async () => {
  ;({ house, county, ids } = await openRegister())
  const given = { name: ['王五'], tier: 'county', birth: '1980年', electedOn: '2026-01-10' }
  const entered = await (await house.as('tanggou'))('POST', '/api/records/deputies', { body: { data: given } })
  expect(entered.status, entered.text).toBe(201)
})

const wordsOf = async (client: Client, path: string) => wordsIn((await download(client, path)).bytes)

describe('the papers of an office’s year', () => {
  test('tell of every ledger on which there is anything, each under its heading', async () => {
    expect(await wordsOf(county, tables)).toMatch(/2026年工作报告附表.*代表建议办理（3件）.*housing/s)
    const own = await wordsOf(await house.as('tanggou'), file)
    expect(own).toMatch(/2026年工作档案.*一、人大代表（1名）.*王五.*二、代表建议（2件）.*通水.*通电/s)
    expect(own).not.toContain('社情民意')
  })

  test('are one for each township for the county, and for a township its own only', async () => {
    const { bytes } = await download(county, file)
    expect(
      openArchive(bytes)
        .names.map((name) => name.replace(/^一乡镇一档 |\.docx$/g, ''))
        .sort(),
    ).toEqual(['tanggou', 'xinan'])
    const xinan = await house.as('xinan')
    const text = await wordsOf(xinan, file)
    expect([text.includes('修路'), text.includes('通水')]).toEqual([true, false])
    expect(await wordsOf(xinan, tables)).toMatch(/代表建议办理（1件）/)
    expect((await xinan('GET', `${file}?township=tanggou`)).status).toBe(422)
    expect(await wordsOf(county, `${file}?township=tanggou`)).toContain('通水')
  })

  test('are of the year that is asked, and come as a workbook', async () => {
    expect(await wordsOf(county, `${file}?year=2025&township=tanggou`)).toMatch(/2025年工作档案.*人大代表/s)
    expect((await county('GET', `${tables}?year=2025`)).status).toBe(422)
    expect((await download(county, `${tables}?as=xlsx`)).headers['content-type']).toContain('spreadsheetml')
  })

  test('are refused to units, and for filters that a year has not', async () => {
    expect((await (await house.as('water'))('GET', tables)).status).toBe(403)
    const wrong = await county('GET', `${tables}?unit=water&overdue=true`)
    expect([wrong.status, (wrong.body.errors as { path: string }[]).map(({ path }) => path)]).toEqual([422, ['unit', 'overdue']])
    expect((await county('GET', `/api/papers/meetings/workReport/${ids['2026-0001']}`)).status).toBe(404)
  })
})

describe('kept for a day', () => {
  const kept = (client: Client, paper: string, body: object = {}) => client('POST', `/api/reports/meetings/${paper}`, { body })

  test('the tables stay the same to the byte, and every number opens its items on whichever ledger', async () => {
    const first = await kept(county, 'workReport')
    expect([first.status, first.body.count], first.text).toEqual([201, 3])
    const { bytes } = await download(county, `/api/reports/${first.body.id}/file`)
    const housing = await house.as('housing')
    const path = `/api/records/suggestions/${ids['2026-0002']}`
    const headers = { 'if-match': `"${(await housing('GET', path)).body.version}"` }
    const body = { transition: 'answer', given: { reply: '已通水。', result: 'A' } }
    expect((await housing('POST', `${path}/events`, { headers, body })).status).toBe(200)
    expect((await kept(county, 'workReport')).body).toMatchObject({ id: first.body.id, hash: first.body.hash })
    expect((await download(county, `/api/reports/${first.body.id}/file`)).bytes.equals(bytes)).toBe(true)
    const { of } = (await county('GET', `/api/reports/${first.body.id}`)).body as unknown as { of: { [key: string]: unknown }[] }
    const told = of
      .map(({ ledger, number, by, changed }) => ({ ledger, number, by, changed }))
      .sort((a, b) => (String(a.number) < String(b.number) ? -1 : 1))
    expect(told).toMatchObject([
      {
        ledger: 'suggestions',
        number: '2026-0001',
        changed: false,
        by: { lead: ['water'], township: ['xinan'], satisfaction: ['satisfied'] },
      },
      { ledger: 'suggestions', number: '2026-0002', changed: true, by: { lead: ['housing'] } },
      { ledger: 'suggestions', number: '2026-0003', changed: false },
    ])
  })

  test('of a township they are of its own, and for nobody else', async () => {
    const tanggou = await house.as('tanggou')
    const own = await kept(tanggou, 'townshipFile')
    expect([own.status, own.body.count], own.text).toEqual([201, 3])
    expect((await tanggou('GET', `/api/reports/${own.body.id}`)).status).toBe(200)
    for (const name of ['xinan', 'county'])
      expect((await (await house.as(name))('GET', `/api/reports/${own.body.id}`)).status, name).toBe(404)
    expect((await kept(tanggou, 'townshipFile', { township: 'xinan' })).status).toBe(422)
    expect((await kept(await house.as('leader'), 'workReport')).status).toBe(403)
  })
})

test('the file of a deputy tells what he did on whichever ledger, and not what his namesake of another township did', async () => {
  const tanggou = await house.as('tanggou')
  const xinan = await house.as('xinan')
  const [deputy] = ((await tanggou('GET', '/api/records/deputies')).body.data ?? []) as { id: string }[]
  const diary = (client: Client, content: string) =>
    client('POST', '/api/records/diaries', { body: { data: { content, place: '村部', deputy: ['王五'], date: '2026-07-01', met: 3 } } })
  for (const [client, content] of [
    [tanggou, '走访三户'],
    [xinan, '同名代表走访'],
  ] as const)
    expect((await diary(client, content)).status, content).toBe(201)
  const blocks = (await tanggou('GET', `/api/papers/deputies/file/${deputy?.id}?format=blocks`)).text
  expect(blocks).toMatch(/提出县人大代表建议（2件）/)
  expect(blocks).not.toContain('修路')
  expect(blocks).not.toContain('同名')
})
