import { expect, test } from 'vitest'
import { grading, nextGrade, pointsOf, rankOf } from '../../../admin/office/points.ts'
import type { Total } from '../../../shared/figures/figures.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'

const ledger = grading(ledgers)
const caps = ledger?.report?.caps
const [counts = ''] = ledger?.report?.sumsIn ?? []
const entry = (rule: string, points: number, state = counts) => ({ state, data: { [caps?.by ?? '']: rule, [caps?.sum ?? '']: points } })

test('points stand by rule, no more of each than its cap, and only what counts', () => {
  const [[capped = '', most = 0] = [], [other = ''] = []] = Object.entries(caps?.most ?? {})
  if (!ledger) return expect.fail('no ledger grades deputies')
  const rows = pointsOf(ledger, [entry(capped, most), entry(capped, 5), entry(other, 1), entry(other, 9, 'nowhere')], 'zh')
  expect(rows.map(({ entries, points, counted, most: cap }) => [entries, points, counted, cap])).toEqual([
    [2, most + 5, most, most],
    [1, 1, 1, caps?.most[other]],
  ])
  // A rule is told by its name and not by its code.
  expect(rows.every(({ rule }) => /\p{Script=Han}/u.test(rule))).toBe(true)
})

test('equal points share a place', () => {
  const groups = [30, 50, 50, 10].map((points, at) => ({ id: `p${at}`, total: { sums: { points } } as unknown as Total }))
  expect(groups.map(({ id }) => rankOf(groups, id, 'points')?.place)).toEqual([3, 1, 1, 4])
  expect(rankOf(groups, 'nobody', 'points')).toBeNull()
})

test('what is still wanted leads to the next better grade, and to none beyond the best', () => {
  if (!ledger) return expect.fail('no ledger grades deputies')
  const steps = [...(caps?.grades ?? [])].sort((a, b) => a.from - b.from)
  const [, second, best] = steps
  expect(nextGrade(ledger, (second?.from ?? 0) - 7)).toEqual({ grade: second?.is, wants: 7 })
  expect(nextGrade(ledger, second?.from ?? 0)).toMatchObject({ grade: best?.is })
  expect(nextGrade(ledger, best?.from ?? 0)).toBeNull()
})
