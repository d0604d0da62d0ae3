import { describe, expect, test } from 'vitest'
import { crossCheck } from '../../shared/definition/gate/across.ts'
import { parseLedger } from '../../shared/definition/gate.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { create } from '../../shared/engine/creation.ts'
import { transition } from '../../shared/engine/transition.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { isRefusal } from '../../shared/refusal.ts'
import type { Scope } from '../../shared/scope.ts'
import type { Kin } from '../../shared/world.ts'
import { alone, clerk, county, deputy1, leader, system, urban, water, world, xinan } from '../cast.ts'
import { walk } from '../walk.ts'
import { exams, findings, inspections, sheets, smallLedgers, votes } from './small-ledgers.ts'

const born = (ledger: Ledger, data: Record<string, unknown>, scope: Scope = county, day = '2026-03-02', township: string | null = null) => {
  const moved = create(ledger, { id: 'r1', data, township }, scope, day, world)
  if (isRefusal(moved)) throw new Error(JSON.stringify(moved))
  return moved
}
const take = (
  ledger: Ledger,
  record: LedgerRecord,
  name: string,
  given = {},
  scope: Scope = county,
  day = '2026-03-02',
  kin: Kin = alone,
) => {
  const moved = transition(ledger, record, name, given, scope, day, world, kin)
  if (isRefusal(moved)) throw new Error(JSON.stringify(moved))
  return moved
}
const refusal = (ledger: Ledger, record: LedgerRecord, name: string, given = {}, scope: Scope = county, kin: Kin = alone) => {
  const answer = transition(ledger, record, name, given, scope, '2026-03-02', world, kin)
  return isRefusal(answer) ? answer : expect.fail('was not refused')
}
const due = (record: LedgerRecord, key: string) => record.duties.findLast((duty) => duty.key === key)?.dueOn

describe.each(smallLedgers.map((ledger) => [ledger.key, ledger] as [string, Ledger]))('the small ledger %s', (_, ledger) => {
  test('passes the gate and is walked whole', () => {
    expect(parseLedger(JSON.parse(JSON.stringify(ledger)))).toEqual({ ledger })
    const walked = walk(ledger, ledger.level === 'county' ? null : 'xinan')
    expect(walked.broken).toEqual([])
    expect([...walked.states].sort()).toEqual(Object.keys(ledger.states).sort())
    expect([...walked.opened].sort()).toEqual(Object.keys(ledger.duties).sort())
    expect([...walked.discharged].sort()).toEqual(Object.keys(ledger.duties).sort())
  })
})

test('the small ledgers fit together', () => expect(crossCheck(smallLedgers)).toEqual([]))

describe('a ballot', () => {
  const counts = { all: 30, present: 28, issued: 28, collected: 27, valid: 27 }
  const open = born(votes, { subject: '测评', meetingOn: '2026-03-20' }).record

  test.each([
    ['satisfied when more than half of all are', { satisfied: 16, basically: 5, dissatisfied: 6 }, 'satisfied'],
    ['basically when both together pass half of all', { satisfied: 15, basically: 5, dissatisfied: 7 }, 'basically'],
    ['dissatisfied at exactly half', { satisfied: 10, basically: 5, dissatisfied: 12 }, 'dissatisfied'],
  ])('is %s', (_, options, outcome) => {
    const { record } = take(votes, open, 'count', { ballot: { ...counts, ...options }, tellers: ['甲', '乙'] })
    expect(record.data.outcome).toBe(outcome)
    expect(record.data.share).toBeCloseTo(options.satisfied / 30)
  })

  test('is refused with every fault when its counts disagree', () => {
    const wrong = { all: 30, present: 14, issued: 20, collected: 21, valid: 27, satisfied: 1, basically: 1, dissatisfied: 1 }
    const { refused, faults } = refusal(votes, open, 'count', { ballot: wrong, tellers: ['甲'] })
    expect(refused).toBe('input')
    expect(faults?.map((fault) => fault.path)).toEqual([...Array(5).fill('given.ballot'), 'given.tellers'])
  })

  test('is announced by another person than the one who counted', () => {
    const { record } = take(votes, open, 'count', {
      ballot: { ...counts, satisfied: 27, basically: 0, dissatisfied: 0 },
      tellers: ['甲', '乙'],
    })
    expect(refusal(votes, record, 'announce').refused).toBe('condition')
    expect(take(votes, record, 'announce', {}, clerk).record.state).toBe('passed')
  })

  test('counts its year by the meeting, its day back from it, rolling backwards', () => {
    const next = born(votes, { subject: '测评', meetingOn: '2027-01-12' }).record
    expect(next.year).toBe(2027)
    expect(due(born(votes, { subject: '测评', meetingOn: '2026-10-08' }).record, 'count')).toBe('2026-09-30')
  })
})

describe('an exam', () => {
  test('is failed for good at the second failure, which is counted before the branch is chosen', () => {
    const first = take(exams, born(exams, { name: '甲' }).record, 'exam', { score: 50 }).record
    expect([first.state, first.data.exams, first.data.grade]).toEqual(['open', 1, 'fail'])
    expect(take(exams, first, 'exam', { score: 59 }).record.state).toBe('barred')
    expect(take(exams, first, 'exam', { score: 60 }).record.state).toBe('passed')
  })

  test('paused for ten days is due ten days later, but the statutory clock and fixed days stand', () => {
    const open = born(exams, { name: '甲' }, county, '2026-03-02').record
    const held = take(exams, open, 'hold', {}, county, '2026-03-04').record
    expect(held.duties.map((duty) => duty.state)).toEqual(['paused', 'open', 'paused'])
    const back = take(exams, held, 'resume', {}, county, '2026-03-14').record
    expect([due(open, 'exam'), due(back, 'exam')]).toEqual(['2026-03-12', '2026-03-23'])
    expect([due(open, 'file'), due(back, 'file')]).toEqual(['2026-11-30', '2026-11-30'])
  })

  test('moves the days that hang on its date when the date comes', () => {
    const open = born(exams, { name: '甲' }).record
    const planned = take(exams, open, 'plan', { examOn: '2026-04-29' }).record
    expect(due(planned, 'file')).toBe('2026-04-29')
    expect(due(planned, 'watch')).toBe(due(open, 'watch'))
  })

  test('keeps a monthly series going from the day owed, not from today', () => {
    const named = take(exams, born(exams, { name: '甲' }).record, 'name', { reportOf: ['water', 'urban'] }).record
    const late = take(exams, named, 'report', {}, water, '2026-06-20')
    expect(due(named, 'report')).toBe('2026-03-05')
    expect(late.record.duties.filter((duty) => duty.key === 'report' && duty.holder.id === 'water').map((duty) => duty.dueOn)).toEqual([
      '2026-03-05',
      '2026-04-07',
    ])
    expect(late.record.duties.filter((duty) => duty.holder.id === 'urban').map((duty) => duty.state)).toEqual(['open'])
  })

  test('on behalf of several units needs to be told which', () => {
    const named = take(exams, born(exams, { name: '甲' }).record, 'name', { reportOf: ['water', 'urban'] }).record
    expect(refusal(exams, named, 'report').faults).toEqual([expect.objectContaining({ path: 'for' })])
    const moved = take(exams, named, 'report', {}, { ...county, for: 'urban' })
    expect([moved.event.for, moved.event.discharged.length]).toEqual(['urban', 1])
  })
})

describe('an inspection', () => {
  const planned = born(inspections, { law: '安全生产法' }).record

  test('creates a sheet for each township, with identities that repeat', () => {
    const { creates } = take(inspections, planned, 'inspect')
    expect(creates.map((each) => [each.ledger, each.township, each.data])).toEqual([
      ['sheets', 'xinan', { law: '安全生产法' }],
      ['sheets', 'bailu', { law: '安全生产法' }],
    ])
    expect(take(inspections, planned, 'inspect').creates.map((each) => each.identity)).toEqual(creates.map((each) => each.identity))
  })

  test('is collected by the system once all sheets are closed, and never while there are none', () => {
    const open = take(inspections, planned, 'inspect').record
    const child = (state: string) => ({ ledger: 'sheets', state }) as LedgerRecord
    const phases: Kin['phases'] = (_, state) => (state === 'sent' ? 'done' : 'open')
    expect(refusal(inspections, open, 'collect', {}, system).refused).toBe('condition')
    expect(refusal(inspections, open, 'collect', {}, system, { children: [child('sent'), child('open')], phases }).refused).toBe(
      'condition',
    )
    expect(take(inspections, open, 'collect', {}, system, '2026-03-09', { children: [child('sent')], phases }).event.by.office.kind).toBe(
      'system',
    )
    expect(refusal(inspections, open, 'inspect', {}, system).refused).toBe('role')
  })

  test('hands each row to its unit as a record of its own, whose past promise day is no fault', () => {
    const collected = { ...planned, state: 'collected' }
    const { creates } = take(inspections, collected, 'hand', { points: [{ what: '通道堵塞', unit: 'water', dueOn: '2026-02-01' }] })
    expect(creates.map((each) => [each.identity, each.path])).toEqual([['inspections/r1/hand/findings/i1', 'given.points.0']])
    const child = create(findings, { id: 'c1', data: creates[0]?.data ?? {}, township: null, bySystem: true }, county, '2026-03-02', world)
    expect(isRefusal(child) ? child : due(child.record, 'fix')).toBe('2026-02-01')
  })

  test('takes a nil return for an answer, and silence for none', () => {
    const moved = create(sheets, { id: 's1', data: { law: '法' }, township: 'xinan', bySystem: true }, county, '2026-03-02', world)
    if (isRefusal(moved)) return expect.fail('not created')
    expect(refusal(sheets, moved.record, 'send', {}, xinan).refused).toBe('condition')
    expect(take(sheets, moved.record, 'send', { none: true }, xinan).record.state).toBe('sent')
    expect(refusal(sheets, moved.record, 'send', { none: true }, county).refused).toBe('role')
  })
})

test('the county leader may do nothing, and nobody creates a part', () => {
  for (const ledger of smallLedgers) {
    expect(create(ledger, { id: 'x', data: {}, township: null }, leader, '2026-03-02', world)).toMatchObject({ refused: 'role' })
  }
  expect(create(sheets, { id: 'x', data: {}, township: 'xinan' }, county, '2026-03-02', world)).toMatchObject({ refused: 'role' })
  expect(create(exams, { id: 'x', data: {}, township: null }, deputy1, '2026-03-02', world)).toMatchObject({ refused: 'role' })
  expect(urban.office.kind).toBe('unit')
})
