import { beforeAll, expect, it } from 'vitest'
import { made } from '../deviations/plays.ts'
import type { Client } from './api-house.ts'
import { openSheets, type Send } from './sheets-house.ts'

type Told = { row: number; path: string; message: string }
let xinan: Client
let send: Send
let house: Awaited<ReturnType<typeof openSheets>>
beforeAll(async () => {
  house = await openSheets('2026-03-02')
  xinan = await house.as('xinan')
  send = await house.sender('county')
})

const doubts = async (file: string, sends = send) => {
  const { status, body } = await sends(file, '?dryRun=true')
  const { rejected, remarks } = body as unknown as { rejected: Told[]; remarks: Told[] }
  expect([status, rejected]).toEqual([200, []])
  return remarks.map(({ row, path, message }) => `${row} ${path} ${message}`)
}

it('says of which items the first words stand in for a title, once', async () => {
  const file = '编号,标题,内容,乡镇\n2026-1,修桥,桥坏了,xinan\n2026-2,,路灯不亮。请修。,xinan\n2026-3,,水管漏水。,xinan\n'
  expect(await doubts(file)).toEqual(['3 title 2 行没有标题，用内容开头的字代替：第 3、4 行。'])
})

it('says which deputies no file names, once there is a register, and lets them in', async () => {
  const file = '编号,标题,乡镇,领衔代表\n2026-4,修桥,xinan,张桂兰\n2026-5,修路,xinan,张桂蓝、李小花\n2026-6,修渠,xinan,李小花\n'
  expect(await doubts(file)).toEqual([])
  for (const name of ['王海', '沈梅']) await made(xinan, 'deputies', { name: [name] })
  expect(await doubts(file)).toEqual([
    '3 deputies 领衔代表里有 2 个名字不在代表名册里：张桂蓝、李小花。请核对有没有写错，没有写错可以照常导入。',
  ])
  // A township is not told of another's files, but is not wronged for naming who has one there.
  const tanggou = await house.sender('tanggou')
  expect(await doubts('标题,内容,领衔代表\n修塘,塘淤了,王海\n修闸,闸坏了,王海龙\n', tanggou)).toEqual([
    '3 deputies 领衔代表里有 1 个名字不在代表名册里：王海龙。请核对有没有写错，没有写错可以照常导入。',
  ])
  expect((await send(file)).body).toMatchObject({ created: 3, rejected: [] })
  // What changes nothing is asked about no more.
  expect(await doubts(file)).toEqual([])
})
