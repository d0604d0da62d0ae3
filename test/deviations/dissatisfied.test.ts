import { beforeAll, describe, expect, test } from 'vitest'
import { units } from '../../cdk/local/demo/offices.ts'
import { openStage } from './stage.ts'

const votes = (counts: Record<string, number>) => ({ all: 30, present: 28, issued: 28, collected: 28, valid: 28, ...counts })
const dissatisfied = { ballot: votes({ satisfied: 4, basically: 4, dissatisfied: 20 }), tellers: ['甲', '乙'] }
let stage: Awaited<ReturnType<typeof openStage>>

beforeAll(async () => {
  stage = await openStage(['county', 'water'])
})

describe('an appraisal that ended dissatisfied', () => {
  test('of an official is closed with its number at the party committee only, and voted on again', async () => {
    const { makes, does, tries } = stage
    const id = await makes('county', 'report-appraisals', {
      data: { post: '县水务局局长', name: '李某', organ: 'water', meetingOn: '2026-03-02' },
    })
    await does('county', 'report-appraisals', id, 'notify')
    await does('water', 'report-appraisals', id, 'file', { statement: '述职' })
    await does('county', 'report-appraisals', id, 'appraise', dissatisfied)
    await does('county', 'report-appraisals', id, 'send', { opinion: '意见' })
    await does('water', 'report-appraisals', id, 'rectify', { remedy: '整改' })
    const bare = await tries('county', 'report-appraisals', id, 'judge', { solved: true })
    expect([bare.status, bare.body.errors?.map(({ path }) => path)]).toEqual([422, ['given.filing']])
    const closed = await does('county', 'report-appraisals', id, 'judge', { solved: true, filing: '灌人发〔2026〕7号' })
    expect([closed.state, closed.refs.map(({ ledger }) => ledger)]).toEqual(['closed', ['satisfaction-tests']])
  })

  test('of a unit leads to another vote once it was put right', async () => {
    const { makes, does } = stage
    const id = await makes('county', 'work-appraisals', { data: { topic: '供水', unit: 'water' } })
    await does('county', 'work-appraisals', id, 'launch', { plan: '方案', meetingOn: '2026-03-02' })
    await does('county', 'work-appraisals', id, 'investigate', { survey: '调查' })
    await does('county', 'work-appraisals', id, 'appraise', dissatisfied)
    await does('county', 'work-appraisals', id, 'issue', { opinion: '意见' })
    await does('water', 'work-appraisals', id, 'report', { result: '已整改' })
    const closed = await does('county', 'work-appraisals', id, 'recheck', { solved: true, finding: '到位' })
    expect([closed.state, closed.refs.map(({ ledger }) => ledger)]).toEqual(['closed', ['satisfaction-tests']])
  })
})

test('courts, procuratorate and supervision commission are organs like others', () => {
  expect(units.map(({ id }) => id)).toEqual(expect.arrayContaining(['court', 'procuratorate', 'supervision']))
})
