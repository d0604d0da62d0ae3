import { describe, expect, test } from 'vitest'
import { parseLedger } from '../../shared/definition/gate.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { withoutWayOut, withWayOut } from '../../shared/definition/way-out.ts'
import { transition } from '../../shared/engine/transition.ts'
import { factsOf } from '../../shared/figures/facts.ts'
import { figures } from '../../shared/figures/figures.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { alone, county, world, xinan } from '../cast.ts'

const today = '2026-03-02'
const label = { zh: '甲', en: 'A' }
const errands = {
  key: 'errands',
  label,
  system: 30,
  level: 'township',
  fields: { title: { kind: 'text', label, required: true }, reason: { kind: 'text', label, only: 'event' } },
  states: {
    open: { label, phase: 'open' },
    waiting: { label, phase: 'paused' },
    done: { label, phase: 'done' },
    gone: { label, phase: 'void' },
  },
  initial: 'open',
  transitions: {
    wait: { label, from: ['open'], to: 'waiting', by: ['county'] },
    finish: { label, from: ['open', 'waiting'], to: 'done', by: ['township'] },
    drop: { label, from: ['open', 'waiting'], to: 'gone', by: ['county'], asks: ['reason'] },
  },
  duties: {},
  may: { create: ['county'], read: ['county', 'township'], edit: ['county'] },
  list: { columns: ['title'] },
} as unknown as Ledger
const faults = (drop: object) => {
  const answer = parseLedger({ ...errands, transitions: { ...errands.transitions, drop: { ...errands.transitions.drop, ...drop } } })
  return 'faults' in answer ? answer.faults.map(({ path }) => path) : []
}

describe('the gate asks for a way out of each open and paused state', () => {
  test.each<[string, object, string[]]>([
    ['is there', {}, []],
    ['from one of them alone', { from: ['open'] }, ['states.waiting']],
    ['into a done state', { to: 'done' }, ['states.open', 'states.waiting']],
    ['by the township alone', { by: ['township'] }, ['states.open', 'states.waiting']],
    ['only when something holds', { when: [{ field: 'title', filled: true }] }, ['states.open', 'states.waiting']],
    ['without a reason', { asks: undefined }, ['states.open', 'states.waiting']],
    ['with a reason that may be left out', { asks: ['reason?'] }, ['states.open', 'states.waiting']],
    [
      'that may lead elsewhere',
      { branches: [{ when: [{ field: 'title', filled: true }], to: 'done' }] },
      ['states.open', 'states.waiting'],
    ],
  ])('%s', (_, drop, paths) => {
    expect(faults(drop).filter((path) => ['states.open', 'states.waiting'].includes(path))).toEqual(paths)
  })
})

describe.each(ledgers.map((ledger) => [ledger.key, ledger] as const))('%s', (_, ledger) => {
  const open = Object.keys(ledger.states).filter((key) => ['open', 'paused'].includes(ledger.states[key]?.phase ?? ''))

  test('calls no two of its fields or states alike, so that a sheet of it comes back', () => {
    for (const lang of ['zh', 'en'] as const)
      for (const named of [
        Object.values(ledger.fields).filter(({ only, kind }) => only === undefined && kind !== 'files'),
        Object.values(ledger.states),
      ]) {
        const labels = named.map(({ label: each }) => each[lang])
        expect(labels.filter((each, at) => labels.indexOf(each) !== at)).toEqual([])
      }
  })

  test('can be ended from each open state, and then counts as ended and as nothing else', () => {
    expect(withoutWayOut(ledger)).toEqual([])
    for (const state of open) {
      const ended = [county, xinan].flatMap((scope) =>
        Object.entries(ledger.transitions).flatMap(([name, rule]) => {
          const given = Object.fromEntries(
            (rule.asks ?? []).filter((ask) => !ask.endsWith('?')).map((ask) => [ask, ask === 'endedFor' ? 'decision' : '依决定']),
          )
          const moved = transition(ledger, record(ledger, state), name, given, scope, today, world, alone)
          return !isRefusal(moved) && ledger.states[moved.record.state]?.phase === 'void' ? [moved.record] : []
        }),
      )
      expect([state, ended.length > 0]).toEqual([state, true])
      for (const each of ended) {
        const facts = factsOf(ledger, { ...each, createdAt: `${today}T02:00:00Z`, updatedAt: `${today}T02:00:00Z` }, today)
        const { total } = figures(ledger, facts ? [facts] : [], { asOf: today })
        expect(total).toMatchObject({ ended: 1, records: 0, onTime: 0, late: 0 })
        for (const rate of Object.values(total.rates)) expect(rate).toBe(null)
      }
    }
  })
})

test('what has a way out of its own gets no other', () => {
  expect(withWayOut(errands)).toBe(errands)
})

function record(ledger: Ledger, state: string): LedgerRecord {
  const data = Object.fromEntries(
    Object.entries(ledger.fields).flatMap(([key, field]) => (field.kind === 'office' && field.of === 'unit' ? [[key, 'water']] : [])),
  )
  return {
    id: 'r1',
    ledger: ledger.key,
    township: ledger.level === 'county' ? null : 'xinan',
    state,
    version: 3,
    year: 2026,
    createdAt: '',
    updatedAt: '',
    createdBy: { id: 'p', name: '', office: { kind: 'county', id: 'county' } },
    data,
    duties: [],
    took: {},
    head: '',
    readers: ['county'],
  }
}
