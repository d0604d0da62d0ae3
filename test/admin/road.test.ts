import { describe, expect, it } from 'vitest'
import { enteredOn, placeOn, road, roadNodes, roadThrough } from '../../admin/ledger/road.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import type { Data } from '../../shared/record.ts'
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

  it('has as many steps before it is begun as at its end', () => {
    const states = ['draft', 'sent', 'given', 'answered', 'over'].filter((state) => state in errands.states)
    const acts = { ...took, answer: { on: '2026-03-20' }, judge: { on: '2026-04-01' } }
    const places = states.map((state) => placeOn(errands, state, roadNodes(errands, state, state === 'draft' ? {} : acts, '2026-05-01')))
    expect(places.map(({ at }) => at)).toEqual(states.map((_, at) => at + 1 + (at === states.length - 1 ? 1 : 0)))
    expect(new Set(places.map(({ of }) => of)).size).toBe(1)
    expect(places.at(-1)).toEqual({ at: places[0]?.of, of: places[0]?.of })
  })

  it('is not drawn for a record that has left it for good', () => {
    expect(roadNodes(errands, 'gone', took, '2026-03-11')).toEqual([])
  })

  it('goes through a side way on which the record stands, and back', () => {
    const nodes = roadNodes(errands, 'waiting', { ...took, hold: { on: '2026-03-05' } }, '2026-03-11')
    expect(nodes.map((node) => node.label.zh)).toEqual(['提交', '交办', '暂停', '恢复', '答复', '反馈', '已办结'])
    expect(nodes[2]).toMatchObject({ present: true, days: 7 })
  })

  it('is the way that was taken, where several lead here', () => {
    const direct = { label: { zh: '直办', en: 'Direct' }, from: ['draft'], to: 'given', by: ['county'] }
    const two = { ...errands, transitions: { direct, ...errands.transitions } } as typeof errands
    const past = (acts: typeof took | Record<string, { on: string }>) => roadThrough(two, 'given', acts).past.map((step) => step.transition)
    expect(past(took)).toEqual(['send', 'give'])
    expect(past({ direct: { on: '2026-03-01' } })).toEqual(['direct'])
    expect(past({ direct: { on: '2026-03-01' }, ...took }), 'the longer one, when both were').toEqual(['send', 'give'])
    expect(past({}), 'the meant one, when nothing is known').toEqual(['direct'])
  })

  it('is the way that people mean, not a shorter one that the system or a confirmed act makes', () => {
    const shortcut = { label: { zh: '认定办结', en: 'Find it over' }, from: ['sent'], to: 'over', by: ['county'] }
    const way = (rule: object) =>
      road({ ...errands, transitions: { ...errands.transitions, shortcut: { ...shortcut, ...rule } } } as typeof errands)
        .map((step) => step.transition)
        .join(' ')
    expect(way({})).toBe('send shortcut')
    expect(way({ confirm: true })).toBe('send give answer judge')
    expect(way({ by: ['system'] })).toBe('send give answer judge')
  })

  it('is none for a register, where only a confirmed act ends anything', () => {
    const register = {
      ...errands,
      initial: 'given',
      transitions: { end: { label: { zh: '注销', en: 'End' }, from: ['given'], to: 'over', by: ['county'], confirm: true } },
    }
    expect(road(register as typeof errands)).toEqual([])
  })

  it('counts from the last time that the state was entered', () => {
    expect(enteredOn(errands, 'given', { give: { on: '2026-03-02' }, resume: { on: '2026-04-05' } })).toBe('2026-04-05')
  })

  it('leads on from every open state of every ledger of ours that is not a register', () => {
    for (const ledger of ledgers.filter((each) => road(each).length > 0)) {
      for (const [state, { phase }] of Object.entries(ledger.states)) {
        if (phase === 'open') expect(roadThrough(ledger, state).ahead.length, `${ledger.key} ${state}`).toBeGreaterThan(0)
      }
    }
    expect(ledgers.filter((each) => road(each).length === 0).length).toBeLessThan(4)
  })

  it('does not lead where the record, being what it is, never comes', () => {
    const { send, give, answer, judge } = errands.transitions
    if (!send || !give || !answer || !judge) return expect.fail('the sample has changed')
    const vote = { ...judge, by: ['county'], when: [{ field: 'kind', is: 'b' as const }] }
    const file = { label: judge.label, from: ['given'], to: 'over', by: ['county'], when: [{ field: 'kind', is: 'a' as const }] }
    const two = { ...errands, transitions: { send, give, answer, judge: vote, file } }
    const ahead = (data: Data) => roadThrough(two, 'given', took, data).ahead.map((step) => step.transition)
    expect([ahead({ kind: 'a' }), ahead({ kind: 'b' })]).toEqual([['file'], ['answer', 'judge']])
    // What an act may still ask decides nothing yet.
    expect(roadThrough(errands, 'answered', took, {}).ahead.at(-1)).toEqual({ transition: 'judge', from: 'answered', to: 'over' })
  })

  it('leads to the end that a ledger declares first, though another is nearer', () => {
    const { gone: _, ...states } = errands.states
    const label = { zh: '不予受理', en: 'Refused' }
    const refuse = { label, from: ['given'], to: 'refused', by: ['county'] }
    const two = {
      ...errands,
      states: { ...states, refused: { label, phase: 'done' as const } },
      transitions: { ...errands.transitions, refuse },
    }
    expect(roadThrough(two, 'given', took).ahead.at(-1)?.to).toBe('over')
  })
})
