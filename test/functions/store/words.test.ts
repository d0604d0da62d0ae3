import { describe, expect, it } from 'vitest'
import { soughtIn } from '../../../functions/store/sought.ts'
import { contains, wordItem } from '../../../functions/store/words.ts'
import { fold } from '../../../shared/fold.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import { suggestions } from '../../../shared/ledgers/suggestions.ts'
import type { Data, LedgerRecord } from '../../../shared/record.ts'
import type { Office } from '../../../shared/world.ts'
import { county } from '../../cast.ts'

const office = (kind: Office['kind'], id: string, zh: string, en: string): Office => ({ id, kind, name: { zh, en } })
const offices = [
  office('unit', 'water', '县水务局', 'Water Bureau'),
  office('unit', 'development', '灌南县发展和改革委员会', 'Development Commission'),
  office('township', 'xinan', '新安镇', 'Xin’an'),
]
const record = (ledger: string, data: Data): LedgerRecord => ({
  id: 'r1',
  ledger,
  township: 'xinan',
  state: 'x',
  version: 1,
  year: 2026,
  createdAt: '2026-03-02T02:00:00.000Z',
  updatedAt: '2026-03-02T02:00:00.000Z',
  createdBy: { id: 'p', name: '张三', office: { kind: 'township', id: 'xinan' } },
  data,
  duties: [],
  took: {},
  head: '',
  readers: [],
})

describe('an office', () => {
  it.each([
    ['县水务局', 'unit:water'],
    ['水务局', 'unit:water'],
    ['水务', 'unit:water'],
    ['swj', 'unit:water'],
    ['XSWJ', 'unit:water'],
    ['sw', 'unit:water'],
    ['fzhggwyh', 'unit:development'],
    ['新安', 'township:xinan'],
    ['xaz', 'township:xinan'],
    ['water bureau', undefined],
    ['局', undefined],
    ['务', undefined],
  ])('%s is %s', (q, id) => expect(soughtIn(q, offices).flatMap((each) => each.offices)).toEqual(id ? [id] : []))
  it('is found where a record names it or belongs to it, beside other words', () => {
    const item = wordItem(county, suggestions, record('suggestions', { title: '修桥', lead: 'water', deputies: ['张桂兰'] })) as never
    const found = (q: string, owner = 'township:xinan') => contains(item, owner, soughtIn(q, offices))
    for (const q of ['swj', '水务', '修桥 swj', 'zgl', 'xaz 修桥', '张桂兰']) expect([q, found(q)]).toEqual([q, true])
    for (const q of ['fzhggwyh', '修路 swj']) expect([q, found(q)]).toEqual([q, false])
    expect(found('xaz', 'township:tianlou')).toBe(false)
  })
})

it('people and places are found by their initials on every ledger, and what is hidden from some by nothing', () => {
  let named = 0
  for (const ledger of ledgers)
    for (const [key, field] of Object.entries(ledger.fields)) {
      const many = field.kind === 'deputies' || field.kind === 'names'
      if (!many && !(field.kind === 'text' && (field.max ?? 2000) <= 120)) continue
      named += 1
      const { text } = wordItem(county, ledger, record(ledger.key, { [key]: many ? ['汤沟镇'] : '汤沟镇' })) as never as { text: string }
      const open = !field.seenBy && field.only !== 'event' && field.search !== false
      expect([ledger.key, key, text.split('\n').includes('tgz'), text.includes(fold('汤沟镇'))]).toEqual([ledger.key, key, open, open])
    }
  expect(named).toBeGreaterThan(50)
})
