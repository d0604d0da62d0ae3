import { expect, test } from 'vitest'
import { officesCalled } from '../../admin/frame/hits.ts'
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
