import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, paths, sentence } from './town.ts'

let town: Awaited<ReturnType<typeof openTown>>
beforeAll(async () => {
  town = await openTown('2026-03-09')
})

describe('what cannot be true beside another field is refused, naming both', () => {
  test('at creation: put right before it was received', async () => {
    const made = await town.create('county', 'annual-tasks', {
      goal: '代表活动',
      measure: '六次',
      finishOn: '2026-03-20',
      startOn: '2026-04-01',
    })
    expect([made.status, paths(made)], made.text).toEqual([422, ['data.finishOn']])
    expect(sentence(made, 'data.finishOn')).toContain('开始日期')
  })

  test('in a step: more corrected than was found', async () => {
    const id = await town.born('county', 'audit-issues', {
      issue: '挪用专项资金',
      unit: 'water',
      kind: 'project',
      amount: 10,
      auditor: 'water',
    })
    const report = (corrected: number) =>
      town.take('audit-issues', id, { by: 'water', take: 'report', given: { measures: '已归还', corrected } })
    const wrong = await report(12)
    expect([wrong.status, paths(wrong)], wrong.text).toEqual([422, ['given.corrected']])
    expect(sentence(wrong, 'given.corrected')).toMatch(/12.*10/)
    expect((await report(10)).status).toBe(200)
  })

  test('in an edit', async () => {
    const id = await town.born('county', 'annual-tasks', {
      goal: '代表活动',
      measure: '六次',
      finishOn: '2026-06-30',
      startOn: '2026-04-01',
    })
    const { version } = (await town.read('county', 'annual-tasks', id)).body
    const patch = (data: object) =>
      town.who('county')('PATCH', `/api/records/annual-tasks/${id}`, { headers: { 'If-Match': `"${version}"` }, body: { data } })
    const wrong = await patch({ startOn: '2026-07-01' })
    expect([wrong.status, paths(wrong)], wrong.text).toEqual([422, ['data.startOn']])
    expect((await patch({ startOn: '2026-07-01', finishOn: '2026-08-01' })).status).toBe(200)
  })
})
