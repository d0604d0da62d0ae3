import { expect, test } from 'vitest'
import { givenOf } from '../../../admin/ledger/act/foresee.ts'
import { learn } from '../../../admin/ledger/grid/propose.ts'
import { filledDown, isReady, partsOf, wantsGrid } from '../../../admin/ledger/grid/rows.ts'
import { each } from '../../../admin/parts/each.ts'
import { takenByPeople } from '../../../shared/definition/attachments.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import { errands } from '../sample-ledger.ts'

const rivers = ['疏浚一帆河', '清淤张店老河道', '加固六塘河堤', '疏浚新安河'].map((text) => ({ text, answer: 'water' }))
const lamps = ['城区增设路灯', '修复新安路灯', '村道安装路灯', '更换老街路灯'].map((text) => ({ text, answer: 'urban' }))

test('what is like earlier items is proposed as they went; what is like none, or like two alike, is not', () => {
  const propose = learn([...rivers, ...lamps])
  expect(propose('疏浚北陈集镇老河道')?.answer).toBe('water')
  expect(propose('在郝圩村主干道安装路灯')).toEqual({ answer: 'urban', like: 4 })
  expect(propose('开展养老护理技能培训')).toBeUndefined()
  expect(propose('新安')).toBeUndefined()
  expect(learn([])('疏浚河道')).toBeUndefined()
  expect(learn(rivers)('疏浚河道')).toBeUndefined()
})

test('filling down fills what is empty and never what somebody typed', () => {
  const rows = { a: { lead: 'water' }, b: { co: ['urban'] } }
  expect(filledDown(['a', 'b', 'c'], rows, 'lead', () => 'urban')).toEqual({ b: { co: ['urban'], lead: 'urban' }, c: { lead: 'urban' } })
  expect(filledDown(['a', 'c'], rows, 'lead', () => null)).toEqual({})
})

test('a row is ready once all that it must have is there, and anything at all', () => {
  const [must, may] = [
    { key: 'lead', optional: false },
    { key: 'co', optional: true },
  ]
  expect(isReady([must, may], { lead: 'water' })).toBe(true)
  expect(isReady([must, may], { co: ['urban'] })).toBe(false)
  expect(isReady([may], {})).toBe(false)
  expect(isReady([may], { co: ['urban'] })).toBe(true)
})

test('every step of every ledger that asks for an office has a row for each, in which nothing asked is lost', () => {
  expect(wantsGrid(errands, 'give')).toBe(true)
  expect(wantsGrid(errands, 'answer')).toBe(false)
  for (const ledger of ledgers) {
    for (const [key, rule] of Object.entries(ledger.transitions).filter(([, each]) => takenByPeople(each))) {
      if (!wantsGrid(ledger, key)) continue
      const { cells, shared } = partsOf(ledger, key)
      const asked = (rule.asks ?? []).map((ask) => ask.replace('?', ''))
      expect([...cells, ...shared].map((ask) => ask.key).sort(), `${ledger.key} ${key}`).toEqual(asked.sort())
      const all = [...cells, ...shared]
      const given = givenOf(all, Object.fromEntries(all.map((ask) => [ask.key, 'x'])), {})
      expect(Object.keys(given).sort()).toEqual(asked.sort())
    }
  }
})

test('work on many goes on when one has to wait, at most so many at once', async () => {
  let [now, most] = [0, 0]
  const done: number[] = []
  await each([1, 2, 3, 4, 5, 6, 7], 3, async (one) => {
    now += 1
    most = Math.max(most, now)
    await Promise.resolve()
    if (one === 2) await new Promise((go) => setTimeout(go, 5))
    done.push(one)
    now -= 1
  })
  expect(most).toBe(3)
  expect(done.sort()).toEqual([1, 2, 3, 4, 5, 6, 7])
})
