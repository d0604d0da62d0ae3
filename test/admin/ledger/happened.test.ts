import { expect, test } from 'vitest'
import { dayLabel, happened, ON, ownDay } from '../../../admin/ledger/form/happened.ts'
import { actZh } from '../../../admin/words/act.ts'
import { actEn } from '../../../admin/words/act-en.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'

test('a step that asks for its own day asks for no other, and counts from that one', () => {
  for (const ledger of ledgers)
    for (const [key, { asks = [] }] of Object.entries(ledger.transitions)) {
      const past = asks.map((ask) => ask.replace('?', '')).filter((ask) => 'past' in (ledger.fields[ask] ?? {}))
      expect([ledger.key, key, ownDay(ledger, key)]).toEqual([ledger.key, key, past.length === 1 ? past[0] : undefined])
    }
  expect(happened({ visitedOn: '2026-03-02' }, 'visitedOn')).toEqual({ on: '2026-03-02' })
  expect(happened({ visitedOn: '2026-03-02', [ON]: '2026-03-04' }, 'visitedOn')).toEqual({ on: '2026-03-04' })
  expect(happened({ visitedOn: '' }, 'visitedOn')).toEqual({})
  expect(happened({ visitedOn: '2026-03-02' })).toEqual({})
})

test('the day of a step is called as the field that it writes it into, and no two days of a form alike', () => {
  for (const ledger of ledgers)
    for (const [key, { asks = [] }] of Object.entries(ledger.transitions)) {
      if (ownDay(ledger, key)) continue
      const days = asks.flatMap((ask) => {
        const field = ledger.fields[ask.replace('?', '')]
        return field?.kind === 'date' ? [field.label.zh] : []
      })
      expect(days, `${ledger.key} ${key}`).not.toContain(dayLabel(ledger, key, 'zh', actZh.form))
    }
  const suggestions = ledgers.find(({ key }) => key === 'suggestions') as (typeof ledgers)[number]
  expect(dayLabel(suggestions, 'assign', 'zh', actZh.form)).toBe('交办日期')
  expect(dayLabel(suggestions, 'plate', 'zh', actZh.form)).toBe('挂牌督办的日期')
  expect(dayLabel(suggestions, 'plate', 'en', actEn.form)).toBe('Day of this step (Put on the key list)')
})
