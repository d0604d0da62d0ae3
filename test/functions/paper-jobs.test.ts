import { beforeAll, describe, expect, test } from 'vitest'
import { takeOver } from '../../functions/papers/take-over.ts'
import { openArchive } from '../../functions/sheets/xlsx/archive.ts'
import { asDoor } from '../roles/attributed.ts'
import type { Client } from './api-house.ts'
import { openRegister } from './sheets-house.ts'

const today = '2026-08-18'
let house: Awaited<ReturnType<typeof openRegister>>['house']
let county: Client

beforeAll(async () => {
  ;({ house, county } = await openRegister(today))
  const head = '编号,标题,内容,领衔代表,乡镇,主办单位,交办日期,答复期限'
  const rows = Array.from({ length: 250 }, (_, n) => `2026-${1000 + n},修路${n},路坏了。,王五,tanggou,water,2026-03-02,2026-09-01`)
  expect((await (await house.sender('county'))([head, ...rows].join('\n'))).body).toMatchObject({ created: 250 })
})

const clock = () => ({ now: new Date(), today })
const begun = (client: Client, paper: string, query = '', body: object = {}) =>
  client('POST', `/api/paper-jobs/suggestions/${paper}${query}`, { body })
/** As the worker does it, in pieces of so long. */
async function worked(id: string, budget?: number): Promise<number> {
  for (let runs = 1; ; runs += 1) if (!(await asDoor('importer', () => takeOver(id, clock, budget)))) return runs
}

describe('papers of many records', () => {
  test('are made behind the request, in packages, however often the work is cut off', async () => {
    const asked = await begun(county, 'urging')
    expect(asked, asked.text).toMatchObject({ status: 202, body: { state: 'running', progress: { done: 0, of: 253 } } })
    const id = String(asked.body.id)
    expect(await worked(id, 1)).toBeGreaterThan(1)
    const done = (await county('GET', `/api/paper-jobs/${id}`)).body as unknown as { files: { name: string; papers: number }[] }
    expect(done).toMatchObject({ state: 'done', progress: { done: 253, of: 253 }, left: 1 })
    expect(done.files.map(({ papers }) => papers)).toEqual([199, 53])
    const answer = await county('GET', `/api/paper-jobs/${id}/files/2`)
    expect(answer.status).toBe(303)
    const bytes = Buffer.from(await (await fetch(String(answer.headers.location))).arrayBuffer())
    expect(openArchive(bytes).names).toHaveLength(53)
    expect(await worked(id)).toBe(1)
  })

  test('are of those that the list finds, or of those that are named, and bound to print', async () => {
    const { body } = await begun(county, 'urging', '?unit=housing', { as: 'one' })
    await worked(String(body.id))
    const done = (await county('GET', `/api/paper-jobs/${body.id}`)).body
    expect(done).toMatchObject({ files: [{ name: `催办函 ${today}.docx`, papers: 1 }] })
    expect((await begun(county, 'urging', '?unit=nowhere')).status).toBe(422)
    expect((await begun(county, 'urging', '?year=2019')).status).toBe(422)
    expect((await begun(county, 'register')).status).toBe(404)
  })

  test('of a township are of its own items, and for nobody else', async () => {
    const tanggou = await house.as('tanggou')
    const { body } = await begun(tanggou, 'urging')
    expect(body).toMatchObject({ progress: { of: 252 } })
    await worked(String(body.id))
    expect((await tanggou('GET', `/api/paper-jobs/${body.id}`)).status).toBe(200)
    for (const path of [`/api/paper-jobs/${body.id}`, `/api/paper-jobs/${body.id}/files/1`])
      expect((await county('GET', path)).status).toBe(404)
  })
})
