import { beforeAll, describe, expect, it } from 'vitest'
import type { Body, Client } from './api-house.ts'
import { openSheets, type Send } from './sheets-house.ts'

const head = '编号,标题,内容,乡镇,主办单位,协办单位,交办日期,答复日期'
let county: Client
let send: Send

beforeAll(async () => {
  const house = await openSheets('2026-10-20')
  county = await house.as('county')
  send = await house.sender('county')
  await send(`${head}\n2026-9001,早先交办,内容,xinan,urban,,2026-09-14,\n2026-9002,早先登记,内容,xinan,urban,,,`)
  for (const [kind, id] of [
    ['unit', 'urban'],
    ['township', 'lijiji'],
  ])
    await county('PATCH', `/api/offices/${kind}/${id}`, { body: { closed: true } })
})

const rejected = ({ body }: { body: Body }) => (body.rejected as { row: number; path: string; message: string }[]) ?? []
const formSentence = async () => {
  const { id } = (await county('POST', '/api/records/stations', { body: { township: 'xinan', data: {} } })).body
  expect(id).toBeUndefined()
  const { data = [] } = (await county('GET', '/api/records/suggestions?q=2026-9002')).body
  const { id: record, version } = data[0] ?? {}
  const body = { transition: 'assign', given: { lead: 'urban' } }
  const answer = await county('POST', `/api/records/suggestions/${record}/events`, { headers: { 'if-match': `"${version}"` }, body })
  expect(answer.status).toBe(422)
  return answer.body.errors?.find(({ path }) => path === 'given.lead')?.message
}

describe('a closed office', () => {
  it('gets no duty by import, with the sentence of the form', async () => {
    const answer = await send(`${head}\n2026-9303,撤销单位,内容,xinan,urban,,2026-10-12,`)
    expect(answer.body).toMatchObject({ state: 'refused', created: 0 })
    expect(rejected(answer)).toEqual([{ row: 2, path: 'lead', cell: 'E2', message: await formSentence() }])
    expect(rejected(answer)[0]?.message).toContain('撤销')
  })
  it('is named by no new item that is still to be done', async () => {
    const answer = await send(
      `${head}\n2026-9304,登记,内容,xinan,urban,,,\n2026-9305,协办,内容,xinan,water,"housing、urban",2026-10-12,\n2026-9306,撤乡,内容,lijiji,water,,2026-10-12,`,
    )
    expect(rejected(answer).map(({ row, path }) => `${row} ${path}`)).toEqual(['2 lead', '3 co', '4 township'])
  })
  it('stays on items that were answered long ago', async () => {
    const answer = await send(`${head}\n2021-001,早已答复,内容,lijiji,urban,urban,2021-03-02,2021-05-06`)
    expect(answer.body).toMatchObject({ state: 'done', created: 1, rejected: [] })
  })
  it('stays on what it was given before, and can still be answered for', async () => {
    expect((await send(`${head}\n2026-9001,早先交办的,内容,xinan,urban,,2026-09-14,`)).body).toMatchObject({ updated: 1, rejected: [] })
    expect((await send(`${head}\n2026-9001,早先交办的,内容,xinan,urban,,2026-09-14,2026-10-15`)).body).toMatchObject({
      updated: 1,
      rejected: [],
    })
  })
  it('is not handed out later by a row that only brings the day', async () => {
    const answer = await send('编号,交办日期\n2026-9002,2026-10-12')
    expect(rejected(answer).map(({ row, path }) => `${row} ${path}`)).toEqual(['2 lead'])
  })
  it('leaves its name to the office that bears it now', async () => {
    await county('POST', '/api/offices', { body: { id: 'urban2', kind: 'unit', name: { zh: 'urban', en: 'urban' } } })
    const named = await send(`${head}\n2026-9307,同名,内容,xinan,urban,,2026-10-12,`)
    expect(named.body).toMatchObject({ created: 1, rejected: [] })
    const { data = [] } = (await county('GET', '/api/records/suggestions?q=2026-9307')).body
    expect(data[0]?.data).toMatchObject({ lead: 'urban2' })
  })
  it('takes no new deputy', async () => {
    const deputy = { id: 'deputy9', kind: 'deputy', name: { zh: '某某', en: 'Mou' }, township: 'lijiji' }
    expect((await county('POST', '/api/offices', { body: deputy })).status).toBe(422)
  })
  it('may stay in a form that changes something else', async () => {
    const project = { name: '修桥', content: '修一座桥', unit: 'water' }
    const made = await county('POST', '/api/records/livelihood-projects', { body: { data: project } })
    expect([made.status, made.body.errors]).toEqual([201, undefined])
    await county('PATCH', '/api/offices/unit/water', { body: { closed: true } })
    const at = `/api/records/livelihood-projects/${made.body.id}`
    const patch = (data: unknown) => county('PATCH', at, { headers: { 'if-match': '"1"' }, body: { data } })
    expect((await patch({ unit: 'urban' })).status).toBe(422)
    expect(await patch({ ...project, name: '修路' })).toMatchObject({ status: 200, body: { version: 2 } })
  })
})
