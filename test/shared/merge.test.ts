import { expect, it } from 'vitest'
import { merge, overtaken } from '../../shared/importing/merge.ts'
import { suggestions } from '../../shared/ledgers/suggestions.ts'
import type { Data, Value } from '../../shared/record.ts'
import { type Arbitrary, fc, holds } from '../property.ts'

const merged = (mine: Data, base: Data, now: Data) => merge(suggestions, mine, base, now)

it('what only the file changed is taken, what only the county changed stays', () => {
  const found = merged({ title: '新', body: '旧' }, { title: '旧', body: '旧' }, { title: '旧', body: '新的' })
  expect(found).toEqual({ taken: { title: '新' }, stood: { title: '旧' }, clashes: [] })
})
it('what both changed to the same is nobody’s question, to different things it is', () => {
  expect(merged({ title: '新' }, { title: '旧' }, { title: '新' })).toMatchObject({ taken: {}, clashes: [] })
  expect(merged({ title: '甲' }, { title: '旧' }, { title: '乙' }).clashes).toEqual([
    { field: 'title', base: '旧', theirs: '乙', mine: '甲' },
  ])
})
it('an emptied cell is a change, an empty one that was empty is none', () => {
  expect(merged({ reply: null }, { reply: '已修' }, { reply: '已修' })).toMatchObject({ taken: { reply: null }, stood: { reply: '已修' } })
  expect(merged({ reply: null }, {}, { reply: '已修' })).toMatchObject({ taken: {}, clashes: [] })
})
it('a row that was overtaken between check and store says which fields', () => {
  expect(overtaken(suggestions, { title: '甲' }, { title: '旧' }, { title: '乙' })).toEqual(['title'])
  expect(overtaken(suggestions, { title: '甲' }, { title: '旧' }, { title: '甲' })).toEqual([])
  expect(overtaken(suggestions, { reply: null }, { reply: '已修' }, {})).toEqual([])
})

const value: Arbitrary<Value> = fc.constantFrom(null, '甲', '乙', '丙')
it('of three values nothing that somebody wrote is lost unseen', () =>
  holds([value, value, value], (mine, base, now) => {
    const { taken, clashes } = merged({ title: mine }, { title: base }, { title: now })
    const result = 'title' in taken ? taken.title : now
    // Whoever changed it finds his value, or the cell waits for a choice.
    if (clashes.length > 0) expect([mine !== base, now !== base, mine !== now]).toEqual([true, true, true])
    else {
      if (mine !== base) expect(result).toBe(mine)
      if (now !== base) expect(result).toBe(now)
    }
  }))
