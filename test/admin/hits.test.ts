import { expect, test } from 'vitest'
import { asFound, broughtFirst, firstOrder } from '../../admin/cursors.ts'
import type { Shown } from '../../admin/data.ts'
import { ASKED, hitsOf, officesCalled } from '../../admin/frame/hits.ts'
import type { Office } from '../../shared/world.ts'

const say = (zh: string, en: string) => ({ zh, en })
const offices: Office[] = [
  { kind: 'county', id: 'county', name: say('县人大办', 'County office') },
  { kind: 'unit', id: 'water', name: say('县水务局', 'Water Bureau') },
  { kind: 'unit', id: 'old', name: say('县水利局', 'Old Water Bureau'), closed: true },
  { kind: 'township', id: 'xinan', name: say('新安镇', 'Xin’an') },
  { kind: 'deputy', id: 'deputy1', name: say('何保洲', 'He Baozhou'), township: 'xinan' },
]
const kinds = { unit: '单位', township: '乡镇', deputy: '代表' }
const called = (q: string) => officesCalled(offices, q, 'zh', kinds).map(({ label, sub, to }) => [label, sub, to])

test.each([
  ['何保洲', [['何保洲', '代表 · 新安镇', '/offices/deputy/deputy1']]],
  ['hbz', [['何保洲', '代表 · 新安镇', '/offices/deputy/deputy1']]],
  ['水务', [['县水务局', '单位', '/offices/unit/water']]],
  ['新安', [['新安镇', '乡镇', '/offices/township/xinan']]],
  // One sign means too much, the searcher's own house and what is closed nothing.
  ['水', []],
  ['x', []],
  ['县人大', []],
  ['水利', []],
  ['2026-0593', []],
])('a search for %s offers the pages of offices that are called so', (q, expected) => {
  expect(called(q)).toEqual(expected)
})

const found = (id: string, ledger: string, parent?: { ledger: string; id: string }) =>
  ({ id, ledger, heading: id, ...(parent ? { parent } : {}) }) as Shown
const item = found('item', 'errands')
const came = Array.from({ length: 9 }, (_, at) => found(`entry${at}`, 'entries', { ledger: 'errands', id: 'item' }))
// Laid to another of its own ledger, it was brought by people all the same.
const joined = found('joined', 'errands', { ledger: 'errands', id: 'item' })

test('what people brought is found before what a step made of it', () => {
  expect(
    broughtFirst([...came, item, joined])
      .map(({ id }) => id)
      .slice(0, 3),
  ).toEqual(['item', 'joined', 'entry0'])
  const lines = hitsOf([...came, item, joined], (ledger) => ledger).map(({ key }) => key)
  expect(lines).toEqual(['item', 'joined', ...came.slice(0, 6).map(({ id }) => id)])
  expect(ASKED).toBeGreaterThan(lines.length)
})

test('so are the rows of a search over all ledgers, until somebody orders them otherwise', () => {
  const first = (ledger: string, q: string, sort: { field: string; order: 'ASC' | 'DESC' }) =>
    asFound(ledger, { filter: { q }, sort }, [...came, item])[0]?.id
  expect(first('all', '路灯', firstOrder)).toBe('item')
  expect(first('all', '', firstOrder)).toBe('entry0')
  expect(first('all', '路灯', { field: 'number', order: 'ASC' })).toBe('entry0')
  expect(first('entries', '路灯', firstOrder)).toBe('entry0')
})
