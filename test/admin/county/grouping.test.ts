import { expect, test } from 'vitest'
import type { Group } from '../../../admin/county/figures.ts'
import { groupIds, groupings, owedBy, owingKind, type Row, rowFilter, rowOf, STATES, sortRows } from '../../../admin/county/grouping.ts'
import { listLink, workStates } from '../../../admin/county/links.ts'
import { endOfLastMonth, reporting } from '../../../admin/county/question.ts'
import { countyWords } from '../../../admin/words/county.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import { suggestions } from '../../../shared/ledgers/suggestions.ts'

const row = (id: string, late: number, soon: number): Row => ({ id, name: id, open: 1, fresh: 0, late, soon, rates: {} })

test('rows stand worst first: overdue, then near due, then the county’s order', () => {
  const rows = [row('a', 0, 0), row('b', 1, 9), row('c', 2, 0), row('d', 1, 10), row('e', 0, 0)]
  expect(sortRows(rows, null, 'zh').map(({ id }) => id)).toEqual(['c', 'd', 'b', 'a', 'e'])
})

test('a rate that nobody has yet sorts below every rate', () => {
  const rows = [
    row('none', 0, 0),
    { ...row('half', 0, 0), rates: { onTime: { num: 1, den: 2 } } },
    { ...row('zero', 0, 0), rates: { onTime: { num: 0, den: 2 } } },
  ]
  expect(sortRows(rows, { by: 'rate:onTime', down: false }, 'zh').map(({ id }) => id)).toEqual(['none', 'zero', 'half'])
})

test('what changed last comes first when that is wished, what never changed comes last', () => {
  const changed = (id: string, updatedAt: string) => ({ ...row(id, 0, 0), updatedAt })
  const rows = [row('never', 0, 0), changed('long ago', '2026-01-01T00:00:00.000Z'), changed('today', '2026-05-20T09:00:00.000Z')]
  expect(sortRows(rows, { by: 'updated', down: true }, 'zh').map(({ id }) => id)).toEqual(['today', 'long ago', 'never'])
})

test('a table is divided by township, by the report’s fields and by state', () => {
  expect(groupings(suggestions, countyWords.zh, 'zh').map(({ key }) => key)).toEqual(['township', 'lead', 'category', STATES])
  expect(groupings({ ...suggestions, level: 'county' }, countyWords.zh, 'zh').map(({ key }) => key)).not.toContain('township')
})

test('who keeps an item waiting is told by another way to divide the table, where that is never the township it belongs to', () => {
  expect(owedBy(suggestions)).toBe('lead')
  for (const ledger of Object.values(ledgers)) {
    const field = owedBy(ledger)
    const holders: readonly string[] = ledger.duties[ledger.report?.duty ?? '']?.holder ?? []
    const units = holders.filter((who) => ledger.report?.by?.includes(who.slice(1)) && who.startsWith('@'))
    const told = holders.includes('township') || holders.includes('owner') ? [] : units
    expect([ledger.key, field === undefined ? [] : [`@${field}`]]).toEqual([ledger.key, told])
    if (field) expect(groupings(ledger, countyWords.zh, 'zh').map(({ key }) => key)).toContain(field)
  }
})

test('every row has the filter of its own list, but for records without a value', () => {
  expect(rowFilter('township', 'xinan')).toEqual({ township: 'xinan' })
  expect(rowFilter('lead', 'water')).toEqual({ where: 'lead:water' })
  expect(rowFilter('category', 'other')).toEqual({ where: 'category:other' })
  expect(rowFilter('unit', 'water')).toEqual({ unit: 'water' })
  expect([rowFilter('lead', 'none'), rowFilter('unit', 'none')]).toEqual([undefined, undefined])
})

test('what is late of an office is what it owes itself, and its number opens just that', () => {
  const group = { total: 5, open: 4, overdue: 3, nearDue: 2, owes: { overdue: 1, nearDue: 0 } }
  const rowBy = (by: string, id: string) =>
    rowOf(id, true, {
      ledger: suggestions,
      by,
      now: [],
      before: undefined,
      counted: [{ id, ...group }],
      offices: [],
      lang: 'zh',
      words: countyWords.zh,
    })
  expect(rowBy('lead', 'water')).toMatchObject({ late: 1, soon: 0, open: 4, owed: { where: 'lead:water', holder: 'unit:water' } })
  expect(rowBy('unit', 'water')).toMatchObject({ late: 1, owed: { holder: 'unit:water' } })
  // What a township owns waits for units: its rows say so, and count items.
  expect(rowBy('township', 'xinan')).toMatchObject({ late: 3, soon: 2, owed: { township: 'xinan' } })
  expect(rowBy('category', 'other')).toMatchObject({ late: 3, owed: { where: 'category:other' } })
  for (const ledger of Object.values(ledgers)) expect(owingKind(ledger, 'township') === undefined).toBe(owedBy(ledger) !== undefined)
})

test('whoever is not named has no rate: what nobody is asked for nobody has missed', () => {
  const accomplished = { num: 0, den: 1 }
  const now = [{ id: 'none', total: { rates: { accomplished } } }] as unknown as Group[]
  const given = { ledger: suggestions, now, before: undefined, counted: [], offices: [], lang: 'zh' as const, words: countyWords.zh }
  expect(rowOf('none', true, { ...given, by: 'lead' }).rates).toEqual({})
  expect(rowOf('none', true, { ...given, by: 'category' }).rates).toEqual({ accomplished })
})

test('townships stand there with nothing in them, other groups only with records', () => {
  const township = (id: string, closed?: true) => ({
    id,
    kind: 'township' as const,
    name: { zh: id, en: id },
    ...(closed ? { closed } : {}),
  })
  const told = [
    { id: 'xinan', total: { records: 0 } },
    { id: 'county', total: { records: 2 } },
  ] as Group[]
  expect(groupIds('township', told, [township('xinan'), township('old', true)])).toEqual(['xinan', 'county'])
  expect(groupIds('lead', told, [township('xinan')])).toEqual(['county'])
})

test('a number’s link carries the filter that counted it', () => {
  const filter = { state: workStates(suggestions).join(','), year: '2026' }
  const link = new URL(listLink('suggestions', filter, 'dueOn'), 'http://localhost')
  expect(link.pathname).toBe('/suggestions')
  expect(JSON.parse(link.searchParams.get('filter') ?? '')).toEqual(filter)
  expect(link.searchParams.get('sort')).toBe('dueOn')
})

test('what is worked on is neither a draft nor ended', () => {
  const phases = workStates(suggestions).map((state) => suggestions.states[state]?.phase)
  expect(new Set(phases)).toEqual(new Set(['open']))
})

test('last month ends on its last day, over the year too', () => {
  expect([endOfLastMonth('2026-03-15'), endOfLastMonth('2026-01-01'), endOfLastMonth('2024-03-31')]).toEqual([
    '2026-02-28',
    '2025-12-31',
    '2024-02-29',
  ])
})

test('ledgers with a deadline to report come first, parts of others last', () => {
  const { report: _, ...silent } = suggestions
  const part = { ...suggestions, key: 'part', part: true as const }
  expect(reporting([part, { ...silent, key: 'silent' }, suggestions]).map(({ key }) => key)).toEqual(['suggestions', 'silent', 'part'])
})

test('a group that is counted stands in the table before any figure of it does', () => {
  const counted = [{ id: 'water', total: 1, open: 1, overdue: 0, nearDue: 0 }]
  expect(groupIds('lead', [], [], counted)).toEqual(['water'])
})
