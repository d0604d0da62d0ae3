import { beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Client } from './api-house.ts'
import { openSheets, type Send } from './sheets-house.ts'

let county: Client
let send: Send
let ofTownship: Send
beforeAll(async () => {
  const house = await openSheets('2026-07-08')
  county = await house.as('county')
  send = await house.sender('county')
  ofTownship = await house.sender('xinan')
})

type Told = { row: number; path: string; message: string; cell?: string }[]
const faults = ({ body }: Answer) => (body.rejected as unknown as Told).map(({ row, path, message }) => [row, path, message])
const remarks = ({ body }: Answer) => (body.remarks as unknown as Told).map(({ message }) => message)
const townshipOf = async (number: string) => {
  const { data = [] } = (await county('GET', `/api/records/suggestions?q=${number}`)).body
  return data.find((record) => record.number === number)?.township
}

describe('a register that names the deputies and no township', () => {
  const file = '编号,标题,内容,领衔代表\n2019-1,修路,路坏了。,张桂兰、李四\n2019-2,修桥,桥坏了。,王大河\n'

  it('is refused for its column as long as the county keeps no files of deputies', async () => {
    const answer = await send(file, '?dryRun=true')
    expect(faults(answer)).toEqual([[1, 'township', '表里没有“乡镇”这一列，加上后再导入。']])
    expect([answer.body.rows, answer.body.wrong]).toEqual([2, 2])
  })
  it('is placed where its first deputy stands, and says so', async () => {
    const files = ['姓名,乡镇', '张桂兰,xinan', '王大河,bailu', '王伟,xinan', '王伟,tanggou'].join('\n')
    expect((await send(files, '', 'deputies')).body).toMatchObject({ state: 'done', created: 4 })
    const answer = await send(file)
    expect(answer.body).toMatchObject({ state: 'done', created: 2, rejected: [] })
    expect(remarks(answer)).toContain('2 行没有写乡镇，按领衔代表的代表档案填写：第 2 行xinan，第 3 行bailu。请核对。')
    expect([await townshipOf('2019-1'), await townshipOf('2019-2')]).toEqual(['xinan', 'bailu'])
    const again = await send(file)
    expect([again.body.unchanged, remarks(again)]).toEqual([2, expect.not.arrayContaining([expect.stringContaining('没有写乡镇')])])
  })
  it('knows rows without a number again', async () => {
    const rows = '标题,内容,领衔代表\n修渠,渠堵了。,张桂兰\n'
    expect([(await send(rows)).body.created, (await send(rows)).body.unchanged]).toEqual([1, 1])
  })
  it('is told of a deputy of two townships with both, and of one without a file', async () => {
    const answer = await send('编号,标题,内容,领衔代表\n2019-3,甲,内容,王伟\n2019-4,乙,内容,陈无名\n2019-5,丙,内容,张桂兰\n')
    expect(faults(answer)).toEqual([
      [2, 'deputies', expect.stringMatching(/^这一行没有写乡镇，领衔代表“王伟”在.+、.+都有同名的代表，看不出是哪一位。请补上乡镇。$/)],
      [3, 'deputies', '这一行没有写乡镇，领衔代表“陈无名”不在代表名册里，看不出属于哪个乡镇。请补上乡镇，或改正姓名。'],
    ])
    expect([answer.body.rows, answer.body.wrong, answer.body.unchanged]).toEqual([3, 2, 0])
  })
  it('is told of each that has no file, though none of them has one', async () => {
    expect(faults(await send('编号,标题,内容,领衔代表\n2019-8,甲,内容,陈无名\n'))).toEqual([
      [2, 'deputies', expect.stringContaining('“陈无名”不在代表名册里')],
    ])
  })
  it('asks of what stands there nothing: it stays where it lies, whoever leads', async () => {
    const answer = await send('编号,内容,领衔代表\n2019-2,桥全坏了。,王伟\n2019-1,路坏得很。,王大河\n')
    expect([answer.body.updated, faults(answer)]).toEqual([2, []])
    expect([await townshipOf('2019-1'), await townshipOf('2019-2')]).toEqual(['xinan', 'bailu'])
  })
  it('of a township’s own is told to be entered there, as far as it says no other', async () => {
    const own = await ofTownship('标题,内容,乡镇\n修沟,沟堵了。,\n修墙,墙倒了。,xinan\n', '?dryRun=true')
    expect(remarks(own)).toContain('1 行没有写乡镇，都登记在本单位：xinan。')
  })
  it('goes by its own word where it says one', async () => {
    await send('编号,标题,内容,领衔代表,乡镇\n2019-6,甲,内容,张桂兰,tanggou\n2019-7,乙,内容,张桂兰,\n')
    expect([await townshipOf('2019-6'), await townshipOf('2019-7')]).toEqual(['tanggou', 'xinan'])
  })
})
