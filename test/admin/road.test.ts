import { describe, expect, it } from 'vitest'
import { enteredOn, road, roadNodes } from '../../admin/ledger/road.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import { errands } from './sample-ledger.ts'

const took = { send: { on: '2026-03-01' }, give: { on: '2026-03-02' } }

describe('the road of a record', () => {
  it('is the shortest way to a done state, without loops, side ways and void states', () => {
    expect(road(errands).map((step) => step.transition)).toEqual(['send', 'give', 'answer', 'judge'])
  })

  it('goes through a branch when only the branch ends', () => {
    expect(road(errands).at(-1)).toEqual({ transition: 'judge', from: 'answered', to: 'over' })
  })

  it('shows past acts with their day, the present state with its days, then what is to come', () => {
    const nodes = roadNodes(errands, 'given', took, '2026-03-11')
    expect(nodes.map((node) => node.label.zh)).toEqual(['提交', '已交办', '答复', '反馈', '已办结'])
    expect(nodes[0]).toMatchObject({ past: true, on: '2026-03-01' })
    expect(nodes[1]).toMatchObject({ present: true, days: 10 })
    expect(nodes.slice(2).every((node) => !node.past && !node.present)).toBe(true)
  })

  it('begins at the initial state and ends at the done one', () => {
    expect(
      roadNodes(errands, 'draft', {}, '2026-03-01')
        .filter((node) => node.present)
        .map((node) => node.label.zh),
    ).toEqual(['草稿'])
    const done = roadNodes(errands, 'over', { ...took, judge: { on: '2026-04-01' } }, '2026-05-01')
    expect(done.at(-1)).toMatchObject({ present: true, on: '2026-04-01' })
    expect(done.map((node) => node.label.zh)).toEqual(['提交', '交办', '答复', '反馈', '已办结'])
  })

  it('is not drawn for a record that has left it', () => {
    expect(roadNodes(errands, 'gone', took, '2026-03-11')).toEqual([])
    expect(roadNodes(errands, 'waiting', took, '2026-03-11')).toEqual([])
  })

  it('counts from the last time that the state was entered', () => {
    expect(enteredOn(errands, 'given', { give: { on: '2026-03-02' }, resume: { on: '2026-04-05' } })).toBe('2026-04-05')
  })

  it('exists for every ledger of ours', () => {
    for (const ledger of ledgers) expect(road(ledger).length, ledger.key).toBeGreaterThan(0)
  })
})
