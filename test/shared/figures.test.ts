import { describe, expect, test } from 'vitest'
import { addDays } from '../../shared/deadline/calendar.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Duty } from '../../shared/duty.ts'
import { type Facts, factsOf } from '../../shared/figures/facts.ts'
import { figures, groupField } from '../../shared/figures/figures.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import { suggestions } from '../../shared/ledgers/suggestions.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { fc, holds } from '../property.ts'

const ledger: Ledger = suggestions
const actor = { id: 'p1', name: '王芳', office: { kind: 'county' as const, id: 'county' } }
const duty = (more: Partial<Duty>): Duty => ({
  id: 'd1',
  key: 'reply',
  holder: { kind: 'unit', id: 'water' },
  openedOn: '2026-03-02',
  dueOn: '2026-06-02',
  state: 'open',
  why: {
    basis: { zh: '规定', en: 'rule' },
    rule: { months: 3 },
    length: { months: 3 },
    start: '2026-03-02',
    skipped: [],
    worked: [],
    pauses: [],
    extensions: [],
  },
  ...more,
})
const record = (more: Partial<LedgerRecord> = {}): LedgerRecord => ({
  id: 'r1',
  ledger: 'suggestions',
  township: 'xinan',
  state: 'handling',
  version: 1,
  year: 2026,
  createdAt: '2026-02-01T01:00:00Z',
  updatedAt: '2026-02-01T01:00:00Z',
  createdBy: actor,
  data: { lead: 'water', assignedOn: '2026-03-02' },
  duties: [duty({})],
  took: { assign: { person: 'p1', on: '2026-03-02' } },
  head: '',
  readers: [],
  ...more,
})
const facts = (more: Partial<LedgerRecord> = {}): Facts => factsOf(ledger, record(more), '2026-11-20') as Facts
const totalOn = (asOf: string, ...records: Facts[]) => figures(ledger, records, { asOf }).total

describe('as of a day', () => {
  test('an answer on its day is on time, the day after it late; before the answer it was open', () => {
    const onTime = facts({ duties: [duty({ state: 'done', doneOn: '2026-06-02' })] })
    const late = facts({ duties: [duty({ state: 'done', doneOn: '2026-06-03' })] })
    expect(totalOn('2026-06-03', onTime, late)).toMatchObject({
      records: 2,
      onTime: 1,
      late: 1,
      open: 0,
      rates: { onTime: { num: 1, den: 2 } },
    })
    expect(totalOn('2026-06-02', onTime, late)).toMatchObject({ onTime: 1, notDue: 1, open: 1 })
    expect(totalOn('2026-03-02', onTime, late)).toMatchObject({ notDue: 2 })
    expect(totalOn('2026-03-01', onTime, late)).toMatchObject({ records: 0, rates: { onTime: null } })
  })

  test('an open duty is overdue after its day, not on it', () => {
    expect(totalOn('2026-06-02', facts())).toMatchObject({ overdue: 0, notDue: 1 })
    expect(totalOn('2026-06-03', facts())).toMatchObject({ overdue: 1, notDue: 0 })
  })

  test('a record assigned without a deadline counts from its assignment and is never overdue', () => {
    const free = facts({ duties: [] })
    expect(totalOn('2026-03-01', free).records).toBe(0)
    expect(totalOn('2030-01-01', free)).toMatchObject({ records: 1, noDeadline: 1, overdue: 0, open: 0 })
  })

  test('satisfaction counts from the day on which it was given', () => {
    const closed = facts({
      state: 'closed',
      data: { lead: 'water', assignedOn: '2026-03-02', repliedOn: '2026-05-20', result: 'A', satisfaction: 'satisfied' },
      took: {
        assign: { person: 'p1', on: '2026-03-02' },
        answer: { person: 'p2', on: '2026-05-20' },
        feedback: { person: 'p3', on: '2026-05-29' },
      },
      setOn: { result: '2026-05-20', repliedOn: '2026-05-20', satisfaction: '2026-05-29' },
      duties: [duty({ state: 'done', doneOn: '2026-05-20' })],
    })
    expect(totalOn('2026-05-28', closed)).toMatchObject({ satisfied: 0, rates: { accomplished: { num: 1, den: 1 }, satisfied: null } })
    expect(totalOn('2026-05-29', closed)).toMatchObject({
      satisfied: 1,
      counts: { result: { A: 1, B: 0 } },
      rates: { satisfied: { num: 1, den: 1 } },
    })
    expect(totalOn('2026-05-19', closed)).toMatchObject({ rates: { accomplished: null } })
  })

  test('an imported register gives the figures of its time, not of the day of the import', () => {
    const imported = facts({
      state: 'closed',
      took: {},
      data: { lead: 'water', assignedOn: '2026-03-02', repliedOn: '2026-05-20', result: 'B', satisfaction: 'dissatisfied' },
      setOn: { result: '2026-11-20', satisfaction: '2026-11-20', repliedOn: '2026-11-20' },
      duties: [duty({ state: 'done', doneOn: '2026-05-20' })],
    })
    expect(totalOn('2026-05-20', imported)).toMatchObject({
      dissatisfied: 1,
      rates: { accomplished: { num: 0, den: 1 }, satisfied: { num: 0, den: 1 } },
    })
  })
})

describe('what counts', () => {
  test('drafts, cancelled and deleted records and those that a unit declined do not', () => {
    expect(factsOf(ledger, record({ state: 'draft' }), '2026-11-20')).toBeNull()
    expect(factsOf(ledger, record({ state: 'cancelled', undone: true }), '2026-11-20')).toBeNull()
    expect(factsOf(ledger, record({ deleted: true }), '2026-11-20')).toBeNull()
    expect(factsOf(ledger, record({ state: 'registered', data: {}, duties: [duty({ state: 'void' })] }), '2026-11-20')).toBeNull()
  })

  test('after a decline the next unit’s duty counts, from its own day', () => {
    const again = facts({ duties: [duty({ state: 'void' }), duty({ id: 'd2', openedOn: '2026-04-01', dueOn: '2026-07-01' })] })
    expect(again.since).toBe('2026-04-01')
    expect(again.owed).toHaveLength(1)
  })
})

describe('groups', () => {
  test('by unit means the office field that the report groups by; an unknown grouping means none', () => {
    expect(groupField(ledger, 'unit')).toBe('lead')
    expect(groupField(ledger, 'township')).toBe('township')
    expect(groupField(ledger, 'constructor')).toBeUndefined()
  })

  test('add up to the total, the empty ones asked for included', () => {
    const some = [facts(), facts({ township: 'tanggou' }), facts({ township: null })]
    const { total, groups } = figures(ledger, some, { asOf: '2026-06-03', by: 'township', groups: ['xinan', 'bailu'] })
    expect(groups.map(({ id, total }) => [id, total.records])).toEqual([
      ['bailu', 0],
      ['county', 1],
      ['tanggou', 1],
      ['xinan', 1],
    ])
    expect(total.overdue).toBe(3)
    expect(figures(ledger, some, { asOf: '2026-06-03', by: 'category' }).groups).toMatchObject([{ id: 'none', total: { records: 3 } }])
  })
})

test('whatever the facts, the five add up to the records and every group to the total', async () => {
  const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-01-01', days))
  const one = fc.record({
    openedOn: day,
    dueOn: fc.option(day),
    doneOn: fc.option(day, { nil: undefined }),
    township: fc.constantFrom('xinan', 'tanggou'),
  })
  await holds([fc.array(one, { maxLength: 30 }), day], (list, asOf) => {
    const all = list.map(({ township, openedOn, dueOn, doneOn }) =>
      facts({ township, duties: [duty({ openedOn, dueOn, ...(doneOn ? { doneOn, state: 'done' } : {}) })] }),
    )
    const { total, groups } = figures(ledger, all, { asOf, by: 'township' })
    expect(total.onTime + total.late + total.overdue + total.notDue + total.noDeadline).toBe(total.records)
    expect(total.records).toBe(list.filter(({ openedOn }) => openedOn <= asOf).length)
    for (const key of ['records', 'onTime', 'late', 'overdue', 'notDue', 'open'] as const) {
      expect(groups.reduce((sum, group) => sum + group.total[key], 0)).toBe(total[key])
    }
  })
})

describe('a rate that counts what is owed when it is due', () => {
  const kept = ledgers.find(({ key }) => key === 'commitments') as Ledger
  const promise = (data: object, more: Partial<Duty> = {}) =>
    factsOf(
      kept,
      record({
        ledger: 'commitments',
        state: 'open',
        data: { promise: '修路', ...data },
        duties: [duty({ key: 'keep', dueOn: '2026-06-02', ...more })],
      }),
      '2026-11-20',
    ) as Facts
  const rate = (facts: Facts, asOf: string) => figures(kept, [facts], { asOf }).total.rates.kept

  test('leaves out what is not yet due, counts what is late as not kept, and what was kept early at once', () => {
    expect(rate(promise({}), '2026-05-01')).toBe(null)
    expect(rate(promise({}), '2026-06-02')).toBe(null)
    expect(rate(promise({}), '2026-06-03')).toEqual({ num: 0, den: 1 })
    const early = promise({ keptOn: '2026-04-01' }, { state: 'done', doneOn: '2026-03-30' })
    expect(rate(early, '2026-03-31')).toBe(null)
    expect(rate(early, '2026-04-01')).toEqual({ num: 1, den: 1 })
    const late = promise({ keptOn: '2026-07-01' }, { state: 'done', doneOn: '2026-06-30' })
    expect(rate(late, '2026-06-15')).toEqual({ num: 0, den: 1 })
    expect(rate(late, '2026-07-01')).toEqual({ num: 1, den: 1 })
  })
})
