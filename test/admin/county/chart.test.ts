import { describe, expect, it } from 'vitest'
import { ranking } from '../../../admin/county/chart/ranking.ts'
import { places, ticks } from '../../../admin/county/chart/scale.ts'
import type { Row } from '../../../admin/county/grouping.ts'
import { monthsBack } from '../../../admin/county/question.ts'
import { errands } from '../sample-ledger.ts'

describe('the lines behind a chart', () => {
  it('are whole, even and few, from nothing to at least the largest number', () => {
    for (let largest = 0; largest <= 3000; largest += 7) {
      const lines = ticks(largest)
      expect(lines[0]).toBe(0)
      expect(lines.at(-1)).toBeGreaterThanOrEqual(Math.max(largest, 1))
      expect(lines.length, String(largest)).toBeLessThanOrEqual(5)
      expect(lines.every(Number.isInteger)).toBe(true)
    }
    expect(ticks(412)).toEqual([0, 200, 400, 600])
  })

  it('put a single month where the present one stands', () => {
    expect(places(1, 0, 100)).toEqual([100])
    expect(places(3, 0, 100)).toEqual([0, 50, 100])
  })
})

describe('a trend', () => {
  it('begins in January of the year that is asked for, else twelve months ago', () => {
    expect(monthsBack({ year: '2026', asOf: '2026-07-09' })).toBe(7)
    expect(monthsBack({ year: '', asOf: '2026-07-09' })).toBe(12)
    expect(monthsBack({ year: '2025', asOf: '2026-07-09' })).toBe(12)
  })
})

describe('a ranking', () => {
  const row = (id: string, num: number, den: number, open = 0): Row => ({
    id,
    name: id,
    open,
    fresh: undefined,
    soon: undefined,
    late: undefined,
    rates: den === 0 ? { onTime: null } : { onTime: { num, den } },
  })

  it('shows the worst on time first, the greater number before the smaller, without those that have no number', () => {
    const { bars, top } = ranking({ ...errands, report: { duty: 'reply', by: ['unit'] } }, [
      row('none', 0, 0),
      row('half', 2, 4),
      row('one', 1, 1),
      row('all', 9, 9),
    ])
    expect(bars.map(({ id }) => id)).toEqual(['half', 'all', 'one'])
    expect([bars[0]?.text, top]).toEqual(['50.0% · 2 / 4', 1])
  })

  it('counts what is open where a ledger has no deadline', () => {
    const { bars, top } = ranking({ ...errands, report: { by: ['unit'] } }, [row('few', 0, 0, 2), row('idle', 0, 0), row('many', 0, 0, 7)])
    expect([bars.map(({ id }) => id), top]).toEqual([['many', 'few'], 7])
  })
})
