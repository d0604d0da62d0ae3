import { beforeAll, expect, it } from 'vitest'
import { openSheets, type Send } from './sheets-house.ts'

let send: Send
beforeAll(async () => {
  send = await (await openSheets('2026-07-08')).sender('county')
  expect((await send('编号,标题,内容,乡镇\n2019-1,修路,路坏了。,xinan\n2019-2,修桥,桥坏了。,xinan\n')).body).toMatchObject({ created: 2 })
})

it.each([
  ['right rows, repeats and wrong ones', '1,甲,x,xinan\n1,甲,x,xinan\n2,乙,x,nowhere\n3,丙,x,xinan\n3,丁,x,xinan\n', 2],
  ['several faults in a row', '1,,,nowhere\n2,乙,x,xinan\n', 1],
  ['what is there already, changed and not', '2019-1,修路,路坏得很。,\n2019-2,修桥,桥坏了。,xinan\n9,无处,x,\n', 1],
])('the counts of a file with %s add up to its rows', async (_, rows, n) => {
  const { body } = await send(`编号,标题,内容,乡镇\n${rows}`, '?dryRun=true')
  const { repeats, created, updated, unchanged, wrong } = body as unknown as { [count: string]: number }
  expect([Number(repeats) + Number(created) + Number(updated) + Number(unchanged) + Number(wrong), wrong]).toEqual([body.rows, n])
})

it('a column that is missing is told once, with all the rows that it concerns', async () => {
  const { body } = await send('编号,标题,内容\n1,甲,x\n2,乙,x\n3,丙,x\n')
  expect(body).toMatchObject({ state: 'refused', rows: 3, wrong: 3, rejected: [{ path: 'township', rows: 3 }] })
})
