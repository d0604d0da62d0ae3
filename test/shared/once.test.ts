import { describe, expect, test } from 'vitest'
import { calendar } from '../../shared/deadline/calendar.ts'
import { parseLedger } from '../../shared/definition/gate.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { claimOf, saidBefore } from '../../shared/engine/once.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import { deputies } from '../../shared/ledgers/deputies.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { chinese, readSitting } from '../../shared/sitting.ts'
import { fc, holds } from '../property.ts'
import { exams } from './small-ledgers.ts'

const label = { zh: '甲', en: 'A' }
const roll = {
  ...exams,
  once: ['who', 'what'],
  fields: { ...exams.fields, who: { kind: 'deputies', label }, what: { kind: 'text', label } },
} as Ledger
const zhang = { kind: 'deputy' as const, id: 'd1', township: 'xinan', name: { zh: '张桂兰', en: 'Zhang' } }
const world = { calendar: calendar([], [], []), offices: [zhang], sittings: [] }
const claim = (who: string[], what: string, township: string | null, more: Partial<LedgerRecord> = {}) =>
  claimOf(roll, { township, state: 'open', data: { who, what }, ...more } as LedgerRecord, world)

describe('a session', () => {
  test('is read from its name, however it is written', () => {
    expect(readSitting('县十八届人大五次会议')).toEqual({ of: '县', term: 18, session: 5 })
    expect(readSitting('灌南县第十八届人民代表大会第五次会议')).toEqual({ of: '县', term: 18, session: 5 })
    expect(readSitting('灌南县人大 第１８届 第５次会议')).toEqual({ of: '县', term: 18, session: 5 })
    expect(readSitting('新安镇第二十届人大第十一次会议')).toEqual({ of: '镇', term: 20, session: 11 })
    expect(readSitting('十八届五次')).toEqual({ of: '', term: 18, session: 5 })
    for (const text of ['', '五次会议', '小组活动', '第一百届', '届次']) expect(readSitting(text)).toBe(null)
  })

  test('of any numbers is read in either writing', () =>
    holds([fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 })], (term, session) => {
      for (const text of [`县${chinese(term)}届${chinese(session)}次`, `县人大第${term}届第${session}次会议`])
        expect(readSitting(text)).toEqual({ of: '县', term, session })
    }))
})

describe('what a record claims', () => {
  test('is the same whoever enters it and however it is spelled', () => {
    const one = claim(['张桂兰'], '县十八届人大五次会议', 'xinan')
    expect(claim(['张 桂兰 '], '灌南县第十八届人民代表大会第五次会议', 'xinan')).toBe(one)
    expect(claim(['张桂兰'], '县十八届人大五次会议', null)).toBe(one)
    expect(claim(['张桂兰'], '“小组”活动（一）', 'xinan')).toBe(claim(['张桂兰'], '小组活动 一', 'xinan'))
  })

  test('is another for another deputy, township, congress or meeting', () => {
    const all = [
      claim(['张桂兰'], '县十八届人大五次会议', 'xinan'),
      claim(['张桂芳'], '县十八届人大五次会议', 'xinan'),
      claim(['张桂兰'], '县十八届人大五次会议', 'bailu'),
      claim(['张桂兰'], '镇十八届人大五次会议', 'xinan'),
      claim(['张桂兰'], '县十八届人大四次会议', 'xinan'),
      claim(['张桂兰'], '县十七届人大五次会议', 'xinan'),
    ]
    expect(new Set(all).size).toBe(all.length)
  })

  test('is nothing while a field is empty, and of what is void or deleted', () => {
    expect([claim([], '会议', 'xinan'), claim(['张桂兰'], '', 'xinan')]).toEqual([undefined, undefined])
    expect(claim(['张桂兰'], '会议', 'xinan', { state: 'barred' })).toBe(undefined)
    expect(claim(['张桂兰'], '会议', 'xinan', { deleted: true })).toBe(undefined)
  })
})

test('a step that said the same before is found, a session though only one says of which congress', () => {
  const rules = { ...exams, transitions: { exam: { ...exams.transitions.exam, once: ['what'] } } } as unknown as Ledger
  const events = ['县十八届人大五次会议', '小组活动'].map(
    (what, at) => ({ seq: at + 1, transition: 'exam', changes: {}, said: { what } }) as unknown as LedgerEvent,
  )
  const found = (what: string, step = 'exam') => saidBefore(rules, { transition: step, changes: {}, said: { what } }, events)?.seq
  expect([found('十八届五次'), found('县第18届人大第5次会议'), found('小组 活动')]).toEqual([1, 1, 2])
  expect([found('镇十八届五次'), found('十八届四次'), found('小组'), found(''), found('十八届五次', 'other')]).toEqual(
    Array(5).fill(undefined),
  )
})

test('a day that a step wrote is found, also where it is said once more, and what a file brought is not', () => {
  const written = (seq: number, transition: string, day: string) =>
    ({ seq, transition, changes: { reportedOn: { old: null, new: day } }, said: {} }) as unknown as LedgerEvent
  const events = [written(1, 'import', '2025-10-08'), written(2, 'report', '2026-10-28')]
  const found = (event: Pick<LedgerEvent, 'changes' | 'said'>) => saidBefore(deputies, { transition: 'report', ...event }, events)?.seq
  expect(found({ changes: {}, said: { reportedOn: '2026-10-28' } })).toBe(2)
  expect(found({ changes: { reportedOn: { old: '2026-10-28', new: '2025-10-08' } }, said: {} })).toBe(undefined)
  expect(found({ changes: { reportedOn: { old: '2026-10-28', new: '2026-10-29' } }, said: {} })).toBe(undefined)
})

describe('the gate names, with its path,', () => {
  const paths = (patch: object) => {
    const parsed = parseLedger(JSON.parse(JSON.stringify({ ...exams, ...patch })))
    return 'faults' in parsed ? parsed.faults.map(({ path }) => path) : []
  }
  const fields = {
    ...exams.fields,
    rows: { kind: 'items', label, columns: { a: { kind: 'text', label } } },
    said: { kind: 'text', label, only: 'event' },
    hidden: { kind: 'text', label, seenBy: ['county'] },
  }
  const step = (once: string[], asks: string[]) => ({
    fields,
    transitions: { ...exams.transitions, plan: { ...exams.transitions.plan, asks, once } },
  })

  test('fields of `once` that are none, cannot be compared, are said only, computed, hidden or twice there', () => {
    const once = ['nothing', 'rows', 'said', 'grade', 'hidden', 'name', 'name']
    expect(paths({ fields, once })).toEqual(['once.0', 'once.1', 'once.2', 'once.3', 'once.4', 'once.6'])
    expect(paths({ fields, once: ['name', 'kind', 'examOn'] })).toEqual([])
  })

  test('fields of a step’s `once` that it does not ask, or that need not be answered', () => {
    expect(paths(step(['said'], ['said']))).toEqual([])
    expect(paths(step(['said'], ['said?']))).toEqual(['transitions.plan.once.0'])
    expect(paths(step(['said'], ['examOn']))).toEqual(['transitions.plan.once.0'])
    expect(paths(step(['examOn'], ['examOn']))).toEqual([])
  })

  test('nothing in ours, and there it is used', () => {
    const used = ledgers.filter(({ once, transitions }) => once || Object.values(transitions).some((move) => move.once))
    expect(used.length).toBeGreaterThan(1)
    for (const ledger of used) expect(parseLedger(JSON.parse(JSON.stringify(ledger)))).toHaveProperty('ledger')
  })
})
