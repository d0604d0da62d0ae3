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
    '3 deputies 2 个名字不在代表名册里：张桂蓝（第 3 行，是不是张桂兰？）、李小花（第 3、4 行）。请核对有没有写错，没有写错可以照常导入。',
  ])
  // A township is not told of another's files, but is not wronged for naming who has one there.
  const tanggou = await house.sender('tanggou')
  expect(await doubts('标题,内容,领衔代表\n修塘,塘淤了,王海\n修闸,闸坏了,王海龙\n', tanggou)).toEqual([
    '2 township 2 行没有写乡镇，都登记在本单位：tanggou。',
    '3 deputies 1 个名字不在代表名册里：王海龙（第 3 行，是不是王海？）。请核对有没有写错，没有写错可以照常导入。',
  ])
  expect((await send(file)).body).toMatchObject({ created: 3, rejected: [] })
  // What changes nothing is asked about no more.
  expect(await doubts(file)).toEqual([])
})

it('takes what a register says of the state where no day tells more, and says where an item stands otherwise', async () => {
  const head = '编号,标题,乡镇,主办单位,交办日期,答复日期,办理情况\n'
  const file = `${head}2025-1,修塘,xinan,,,,已办结\n2025-2,修坝,xinan,water,2025-03-02,,办结\n2025-3,修井,xinan,water,2026-02-02,,正在办理
2025-4,修沟,xinan,water,2026-02-02,,已交办\n2025-5,修河,xinan,water,2025-03-02,2025-05-06,列入计划\n2025-6,修站,xinan,,,,在办\n`
  const taken = [
    '2 state 第 2 行写着“已办结”，没有填答复日期、满意度，导入时按表里写的记为“已办结”。',
    '3 state 第 3 行写着“办结”，填了交办日期，没有填答复日期、满意度，导入时记为“办理中”。',
    '5 state 第 5 行写着“已交办”，填了交办日期，导入时记为“办理中”。',
    '7 state 第 7 行写着“在办”，没有填交办日期，导入时记为“已登记”。',
  ]
  const told = await doubts(file)
  for (const sentence of [...taken, '6 state “列入计划”记入结果。']) expect(told).toContain(sentence)
  expect((await send(file)).body).toMatchObject({ created: 6, rejected: [], ignored: [] })
  const { data = [] } = (await (await house.as('county'))('GET', '/api/records/suggestions?sort=number&limit=100')).body
  const stands = data.filter(({ number }) => String(number).startsWith('2025-')).map((each) => [each.number, each.state, each.overdue])
  expect(stands).toEqual([
    ['2025-1', 'closed', false],
    ['2025-2', 'handling', true],
    ['2025-3', 'handling', false],
    ['2025-4', 'handling', false],
    ['2025-5', 'answered', false],
    ['2025-6', 'registered', false],
  ])
  // What stands there is moved by what is done, not by a word in a list.
  const later = await send(file.replace('正在办理', '已办结'), '?dryRun=true')
  expect(later.body).toMatchObject({ created: 0, updated: 0, unchanged: 6 })
  expect((later.body.remarks as Told[]).map(({ message }) => message)).toContain(
    '第 3、4 行写着“办结”，系统里是“办理中”，导入不改它，请在系统里办。',
  )
})

it('what its register called over is not begun anew by a day that comes later', async () => {
  const row = (rest: string) => `编号,标题,乡镇,主办单位,交办日期,办理情况\n2023-8,修亭,xinan,${rest}\n`
  await send(row(',,已办结'))
  expect((await send(row('water,2023-03-02,已办结'))).body).toMatchObject({ updated: 1, rejected: [], remarks: [] })
  const { data = [] } = (await (await house.as('county'))('GET', '/api/records/suggestions?q=%E4%BF%AE%E4%BA%AD&limit=1')).body
  const open = data.flatMap((each) => (each.duties as unknown as { state: string }[]).filter(({ state }) => state === 'open'))
  expect([data.map(({ state }) => state), open]).toEqual([['closed'], []])
})

it('of a township the state is told and not taken', async () => {
  const file = '标题,内容,办理情况\n修亭,亭坏了,已办结\n'
  expect(await doubts(file, await house.sender('tanggou'))).toEqual([
    '2 township 1 行没有写乡镇，都登记在本单位：tanggou。',
    '2 state 第 2 行写着“已办结”，导入的新件先记为“草稿”，以后的步骤请在系统里办。',
  ])
})

it('says where days cannot be in that order, once for each pair', async () => {
  const head = '编号,标题,乡镇,主办单位,交办日期,答复期限,答复日期\n'
  const file = `${head}2026-31,修亭,xinan,water,2026-02-10,2026-01-05,\n2026-32,修廊,xinan,water,2026-02-10,2026-05-10,\n2026-33,修台,xinan,water,2026-02-10,2026-02-09,\n`
  const sentence = '2 due 2 行的答复期限早于交办日期：第 2、4 行。请核对两个日期。'
  expect(await doubts(file)).toContain(sentence)
  expect((await send(file)).body).toMatchObject({ created: 3, rejected: [] })
  // Of what stands there, one is told only with a day that the row changes.
  expect(await doubts(file)).toEqual([])
  expect(await doubts(file.replace('2026-01-05', '2026-01-06'))).toContain('2 due 1 行的答复期限早于交办日期：第 2 行。请核对两个日期。')
  // What the ledger's bounds refuse by hand is refused.
  const refused = await send(`${head}2026-34,修阁,xinan,water,2026-02-10,,2026-02-01\n`, '?dryRun=true')
  expect(refused.body).toMatchObject({ created: 0, rejected: [{ row: 2, path: 'repliedOn' }] })
})

it('says which pieces look like one that is there, or like an earlier row', async () => {
  const head = '编号,标题,内容,乡镇,领衔代表,主办单位,交办日期\n'
  const file = `${head}2026-51,关于修“长安桥”的建议,桥坏了,xinan,张桂兰、李小花,water,2026-02-10\n2026-52,关于修长安桥的建议,桥很旧,xinan,张桂兰,water,2026-02-11
2026-53,关于修长安桥的建议,桥坏了,xinan,王五,water,2026-02-10\n2026-54,关于修长安桥的建议,桥坏了,tanggou,张桂兰,water,2026-02-10
2026-55,关于修长安桥的建议,桥坏了,xinan,张桂兰,housing,2026-02-10\n2026-56,关于修长安桥的建议,桥坏了,xinan,,,\n`
  const sentence = '像是同一件'
  const alike = async (text: string, sends = send) => (await doubts(text, sends)).filter((each) => each.includes(sentence))
  const what = '是同一件就写同一个编号，或只留一行；不是可以照常导入。'
  expect(await alike(file)).toEqual([`3 title 1 行和前面的行像是同一件：第 3 行像第 2 行。${what}`])
  expect((await send(file)).body).toMatchObject({ created: 6, rejected: [] })
  expect(await alike(file)).toEqual([])
  const next = `${head}2026-61,关于修长安桥的建议,桥还没有修,xinan,张桂兰,water,\n2026-62,关于修长安桥的建议,桥,xinan,王五,,\n2026-63,修别的桥,桥,xinan,王五,,\n`
  expect(await alike(next)).toEqual([`2 title 2 行和系统里已有的像是同一件：第 2 行像 2026-52，第 3 行像 2026-53。${what}`])
  // Only what the caller may see is named.
  const own = '标题,内容,领衔代表\n关于修长安桥的建议,桥坏了！,张桂兰\n'
  expect(await alike(own, await house.sender('tanggou'))).toEqual([`2 title 1 行和系统里已有的像是同一件：第 2 行像 2026-54。${what}`])
  expect(await alike(own, await house.sender('mengxingzhuang'))).toEqual([])
})

it('says which deadlines lie beyond what the law allows, and which items tell of an answer and not of its day', async () => {
  const head = '编号,标题,乡镇,主办单位,交办日期,答复期限,答复日期,结果,满意度\n'
  const rows = [
    '2025-41,修楼,xinan,water,2026-02-02,2026-12-01,,,',
    '2025-42,修墙,xinan,water,2026-02-02,2026-08-03,,,满意',
    '2025-43,修窗,xinan,water,2025-02-03,,2025-04-01,A,满意',
  ]
  const told = await doubts(`${head}${rows.join('\n')}`)
  expect(told).toEqual([
    expect.stringMatching(/^2 due 1 行的答复期限超出了从交办日期算起最长 6 个月的期限（.+）：第 2 行。请核对，没有写错可以照常导入。$/),
    '3 satisfaction 1 行写了满意度，没有写答复日期，导入后仍是“办理中”：第 3 行。已经办过的，请补上答复日期。',
  ])
  // What stood there already was told when it came.
  await send(`${head}${rows[0]}`)
  expect(await doubts(`${head}${rows[0]?.replace('修楼', '修塔')}`)).toEqual([])
})
