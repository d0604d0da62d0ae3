import { beforeAll, expect, it } from 'vitest'
import type { Answer, Client } from './api-house.ts'
import { openSheets, plannedImport, type Send } from './sheets-house.ts'

const today = '2026-07-08'
let county: Client
let send: Send
beforeAll(async () => {
  const house = await openSheets(today)
  county = await house.as('county')
  send = await house.sender('county')
})

const head = '编号,标题,内容,乡镇,主办单位,交办日期'
const rowsOf = (n: number, title: string) =>
  Array.from({ length: n }, (_, at) => `${at % 3 === 0 ? '' : `2018-${at}`},${title}${at},内容,xinan,water,2026-03-02`)
const atOnce = (files: string[]): Promise<Answer[]> => Promise.all(files.map((file) => send(file)))
const told = ({ body: { state, created, updated, unchanged, wrong } }: Answer) => ({ state, created, updated, unchanged, wrong })
const sum = (answers: Answer[], what: 'created' | 'updated' | 'unchanged' | 'wrong') =>
  answers.reduce((all, { body }) => all + Number(body[what]), 0)

it('of one file that comes six times at once, each row is told as created once', async () => {
  const file = [head, ...rowsOf(30, '同时')].join('\n')
  const answers = await atOnce(Array.from({ length: 6 }, () => file))
  for (const answer of answers) {
    expect(told(answer)).toMatchObject({ state: 'done', updated: 0, wrong: 0 })
    expect(Number(answer.body.created) + Number(answer.body.unchanged)).toBe(30)
  }
  expect([sum(answers, 'created'), sum(answers, 'unchanged')]).toEqual([30, 150])
  expect(told(await send(file))).toMatchObject({ created: 0, unchanged: 30 })
})

it('what one file creates and another changes meanwhile is told as what came of it', async () => {
  const files = Array.from({ length: 12 }, (_, at) => String(at)).map((body) => `编号,标题,内容,乡镇\n2017-1,同号,${body},xinan\n`)
  const answers = await atOnce(files)
  expect([sum(answers, 'created'), sum(answers, 'updated')]).toEqual([1, 11])
})

it('the same change that comes at once from several is one change', async () => {
  await send('编号,标题,内容,乡镇\n2016-1,修桥,桥坏了。,xinan\n')
  const answers = await atOnce(Array.from({ length: 4 }, () => '编号,内容\n2016-1,桥全坏了。\n'))
  expect([sum(answers, 'updated'), sum(answers, 'unchanged')]).toEqual([1, 3])
})

it('what was planned as new and met a record that came meanwhile is an update, and is taken back as one', async () => {
  const { job } = await plannedImport('编号,标题,内容,乡镇\n2015-1,修闸,闸全坏了。,xinan\n', today, 0)
  const { takeOver } = await import('../../functions/sheets/take-over.ts')
  expect((await send('编号,标题,内容,乡镇\n2015-1,修闸,闸坏了。,xinan\n')).body).toMatchObject({ created: 1 })
  const bodyNow = async () => (await county('GET', '/api/records/suggestions?q=2015-1')).body.data?.[0]?.data
  expect([await takeOver(job.id, () => ({ now: new Date(), today })), await bodyNow()]).toMatchObject([false, { body: '闸全坏了。' }])
  expect((await county('GET', `/api/imports/${job.id}`)).body).toMatchObject({ state: 'done', created: 0, updated: 1 })
  expect((await county('POST', `/api/imports/${job.id}/undo`)).body).toMatchObject({ undone: 1, left: [] })
  expect(await bodyNow()).toMatchObject({ body: '闸坏了。' })
})
