import { describe, expect, test } from 'vitest'
import { parseLedger } from '../../shared/definition/gate.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { boundFaults } from '../../shared/engine/bounds.ts'
import { edit } from '../../shared/engine/edit.ts'
import { judge } from '../../shared/importing/judge.ts'
import type { ImportRow } from '../../shared/importing/read-rows.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import type { Data, LedgerRecord, Value } from '../../shared/record.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { county, world } from '../cast.ts'
import { fc, holds } from '../property.ts'

const label = (zh: string) => ({ zh, en: zh })
const works = {
  key: 'works',
  label: label('工程'),
  system: 30,
  level: 'county',
  bounds: [
    { field: 'paid', atMost: '@budget', unless: [{ field: 'overrun', is: true }] },
    { field: 'mendedOn', atLeast: '@foundOn' },
    { field: 'came', atMost: '@invited' },
  ],
  fields: {
    title: { kind: 'text', label: label('名称'), required: true },
    budget: { kind: 'number', label: label('预算') },
    paid: { kind: 'number', label: label('支付') },
    overrun: { kind: 'yesno', label: label('超支已批准') },
    foundOn: { kind: 'date', label: label('发现') },
    mendedOn: { kind: 'date', label: label('整改') },
    invited: { kind: 'names', label: label('应到') },
    came: { kind: 'names', label: label('实到') },
  },
  states: {
    open: { label: label('开'), phase: 'open' },
    done: { label: label('完'), phase: 'done' },
    gone: { label: label('废'), phase: 'void' },
  },
  initial: 'open',
  transitions: {
    finish: { label: label('完'), from: ['open'], to: 'done', by: ['county'] },
    drop: { label: label('废'), from: ['open'], to: 'gone', by: ['county'], asks: ['title'] },
  },
  duties: {},
  may: { create: ['county'], read: ['county'], edit: ['county'] },
  list: { columns: ['title'] },
} as unknown as Ledger
const paths = (before: Data, after: Data) => boundFaults(works, before, after, 'data').map(({ path }) => path)

describe('a bound between fields', () => {
  test.each<[string, Data, Data, string[]]>([
    ['holds at the same', {}, { budget: 10, paid: 10 }, []],
    ['refuses more, at the side that was touched', { budget: 10 }, { budget: 10, paid: 11 }, ['data.paid']],
    ['at the other side, when that was lowered', { budget: 10, paid: 9 }, { budget: 8, paid: 9 }, ['data.budget']],
    ['asks nothing while a side is empty', {}, { paid: 11 }, []],
    ['lets what is excepted pass', {}, { budget: 10, paid: 11, overrun: true }, []],
    ['but not what is said to be no exception', {}, { budget: 10, paid: 11, overrun: false }, ['data.paid']],
    ['lets go on what is wrong from old', { budget: 10, paid: 11 }, { budget: 10, paid: 11, title: '乙' }, []],
    ['is judged again when it is touched', { budget: 10, paid: 11 }, { budget: 10, paid: 12 }, ['data.paid']],
    ['compares days', {}, { foundOn: '2026-03-02', mendedOn: '2026-03-01' }, ['data.mendedOn']],
    ['compares lists by their length', {}, { invited: ['甲'], came: ['甲', '乙'] }, ['data.came']],
  ])('%s', (_, before, after, faults) => expect(paths(before, after)).toEqual(faults))

  test('names both, with what stands there, and what would except it', () => {
    const [fault] = boundFaults(works, {}, { budget: 10, paid: 11 }, 'data')
    expect(fault?.message.zh).toBe('“支付”（11）不能大于“预算”（10）。确实如此的，请先填“超支已批准”。')
  })

  test('never refuses what it would not have refused before', () =>
    holds([fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 })], (budget, paid) => {
      expect(paths({}, { budget, paid }).length === 0).toBe(paid <= budget)
      expect(paths({ budget, paid }, { budget, paid })).toEqual([])
    }))
})

describe('the gate names a bound', () => {
  const faults = (bounds: object[], fields: object = {}) => {
    const answer = parseLedger({ ...works, bounds, fields: { ...works.fields, ...fields } })
    return 'faults' in answer ? answer.faults.map(({ path }) => path) : []
  }
  test.each<[string, object[], string[]]>([
    ['with neither side', [{ field: 'paid' }], ['bounds.0']],
    ['with both', [{ field: 'paid', atMost: '@budget', atLeast: '@budget' }], ['bounds.0']],
    ['of a field that is none', [{ field: 'nothing', atMost: '@budget' }], ['bounds.0.field']],
    ['by a field that is none', [{ field: 'paid', atMost: '@nothing' }], ['bounds.0']],
    ['of different measures', [{ field: 'paid', atMost: '@foundOn' }], ['bounds.0']],
    ['of a text', [{ field: 'title', atMost: '@budget' }], ['bounds.0.field']],
  ])('%s', (_, bounds, expected) => expect(faults(bounds)).toEqual(expected))

  test('of what is hidden from some', () => {
    const hidden = { budget: { kind: 'number', label: label('预算'), seenBy: ['county:desk'] } }
    expect(faults([{ field: 'paid', atMost: '@budget' }], hidden)).toContain('bounds.0')
  })
})

test('a row of a register is refused where it breaks one, and where it tells a fact that is yet to come', () => {
  const rules = ledgers.find(({ key }) => key === 'rules') as Ledger
  const row = (data: Data) => {
    const all = { title: '议事规则', part: 'procedure', ...data }
    const outcome = judge(rules, { row: 2, data: all } as unknown as ImportRow, undefined, county, '2026-03-09', world)
    return outcome && 'faults' in outcome ? outcome.faults.map(({ path }) => path) : []
  }
  expect(row({ adoptedOn: '2026-03-02', inForceOn: '2026-03-01' })).toEqual(['inForceOn'])
  expect(row({ adoptedOn: '2026-03-10', inForceOn: '2026-04-01' })).toEqual(['adoptedOn'])
  expect(row({ adoptedOn: '2026-03-02', inForceOn: '2026-04-01' })).toEqual([])
})

describe.each(ledgers.flatMap((ledger) => (ledger.bounds ?? []).map((bound) => [`${ledger.key}: ${bound.field}`, ledger, bound] as const)))(
  '%s',
  (_, ledger, bound) => {
    const other = (bound.atMost ?? bound.atLeast ?? '').slice(1)
    const [less, more] = pair(ledger, bound.field)
    const wrong = bound.atMost ? { [bound.field]: more, [other]: less } : { [bound.field]: less, [other]: more }

    test('is refused when it does not hold, and kept when it does', () => {
      const faults = boundFaults(ledger, {}, wrong, 'data')
      expect(faults.map(({ path }) => path)).toContain(`data.${bound.field}`)
      expect(faults[0]?.message.zh).toContain(String(ledger.fields[other]?.label.zh))
      const right = { [bound.field]: wrong[other] as Value, [other]: wrong[bound.field] as Value }
      expect(boundFaults({ ...ledger, bounds: [bound] }, {}, right, 'data')).toEqual([])
    })

    test('is refused in an edit too', () => {
      const open = { ...ledger, may: { ...ledger.may, edit: [{ who: ['county'], fields: [bound.field, other] }] } } as Ledger
      const answer = edit(open, record(ledger), wrong, county, '2026-03-09', world)
      expect(isRefusal(answer) && answer.faults?.map(({ path }) => path)).toContain(`data.${bound.field}`)
    })
  },
)

function pair(ledger: Ledger, key: string): [Value, Value] {
  const kind = ledger.fields[key]?.kind
  if (kind === 'number') return [1, 2]
  return kind === 'date' ? ['2026-03-02', '2026-03-03'] : [['张桂兰'], ['张桂兰', '李秀英']]
}

function record(ledger: Ledger): LedgerRecord {
  const createdBy = { id: 'p', name: '', office: { kind: 'county' as const, id: 'county' } }
  const rest = { version: 1, year: 2026, createdAt: '', updatedAt: '', duties: [], took: {}, head: '', readers: ['county'] }
  return { id: 'r1', ledger: ledger.key, township: null, state: ledger.initial, createdBy, data: {}, ...rest }
}
