import { beforeAll, describe, expect, test } from 'vitest'
import { type Body, type Client, openHouse } from '../functions/api-house.ts'
import { download, wordsIn } from '../functions/sheets-house.ts'
import { data, made, read, refs, taken, tried } from './plays.ts'

const today = '2026-03-02'
let county: Client
let xinan: Client

beforeAll(async () => {
  const house = await openHouse(today)
  ;[county, xinan] = (await Promise.all(['county', 'xinan'].map((name) => house.as(name)))) as [Client, Client]
})

const plan = (more: object) =>
  made(county, 'work-plans', { title: '2026年度监督工作计划', kind: 'supervision', startOn: '2026-01-01', endOn: '2026-12-31', ...more })
const reports = [{ topic: '河道治理情况的报告', organ: 'water', on: '2026-06-20', desk: 'environment' }]
const inspections = [{ law: '安全生产法', on: '2026-05-11' }]
const appraisals = [{ topic: '住房保障', unit: 'housing', on: '2026-09-10' }]

describe('a plan of the year', () => {
  let adopted: Body
  test('makes an item of its ledger from each line when it is adopted, with what was planned', async () => {
    const drafted = await plan({ reports, inspections, appraisals })
    adopted = await taken(county, drafted, 'adopt', { adoptedOn: today })
    const of = refs(adopted).map(({ ledger }) => ledger)
    expect(of.sort()).toEqual(['deliberation-opinions', 'law-inspections', 'work-appraisals'])
    const opinion = (await county('GET', '/api/records/deliberation-opinions')).body.data?.[0] as Body
    expect(data(opinion)).toMatchObject({ topic: '河道治理情况的报告', organ: 'water', meetingOn: '2026-06-20', desk: 'environment' })
    const appraisal = (await county('GET', '/api/records/work-appraisals')).body.data?.[0] as Body
    expect([data(appraisal).topic, appraisal.dueOn]).toEqual(['住房保障', '2026-08-11'])
  })

  test('that is adjusted makes items of the lines that were added, and none twice', async () => {
    const row = data(adopted).inspections as object[]
    const more = { adoptedOn: today, inspections: [...row, { law: '水污染防治法', on: '2026-08-03' }] }
    const again = await taken(county, adopted, 'adopt', more)
    expect(refs(again)).toHaveLength(4)
    const laws = (await county('GET', '/api/records/law-inspections')).body.data ?? []
    expect(laws.map((each) => data(each).law).sort()).toEqual(['安全生产法', '水污染防治法'])
  })

  test('is read by townships once it is adopted, and printed with its lines', async () => {
    const words = wordsIn((await download(xinan, `/api/papers/work-plans/supervision/${adopted.id}`)).bytes)
    expect(words).toMatch(/2026年度监督工作计划.*2026年3月2日主任会议通过.*一、听取和审议专项工作报告.*河道治理.*二、执法检查.*安全生产法/s)
    expect(words).not.toMatch(/专题询问|代表培训/)
    const progress = wordsIn((await download(county, `/api/papers/work-plans/progress/${adopted.id}`)).bytes)
    expect(progress).toMatch(/住房保障.*计划/s)
  })

  test('is not adopted without a line, and entered once', async () => {
    const empty = await plan({ startOn: '2027-01-01', endOn: '2027-12-31', trainings: [{ course: '培训', on: '2027-03-01' }] })
    expect((await tried(county, empty, 'adopt', { adoptedOn: today })).status).toBe(409)
    expect(data(await read(county, empty)).adoptedOn).toBeUndefined()
    const body = { data: { title: '又一份', kind: 'supervision', startOn: '2026-01-01', endOn: '2026-12-31' } }
    expect((await county('POST', '/api/records/work-plans', { body })).status).toBe(422)
  })
})
