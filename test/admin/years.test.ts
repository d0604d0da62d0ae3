import { expect, test } from 'vitest'
import { fieldText } from '../../admin/fields/kinds.tsx'
import { actZh } from '../../admin/words/act.ts'
import { panelZh } from '../../admin/words/panel.ts'
import { ledgers } from '../../shared/ledgers/index.ts'

const around = { lang: 'zh' as const, words: { ...panelZh, ...actZh }, offices: [], today: '2026-04-20' }

test('a number that is a year is never grouped by thousands, in no ledger; any other is', () => {
  const told = { years: 0, others: 0 }
  for (const ledger of ledgers)
    for (const [key, field] of Object.entries(ledger.fields)) {
      const columns = field.kind === 'items' ? Object.values(field.columns) : []
      for (const each of [field, ...columns].filter(({ kind }) => kind === 'number')) {
        const isYear = /(年度|年份)$/.test(each.label.zh)
        expect(fieldText(each, 2026, around), `${ledger.key} ${key}`).toContain(isYear ? '2026' : '2,026')
        told[isYear ? 'years' : 'others'] += 1
      }
    }
  expect(Math.min(told.years, told.others)).toBeGreaterThan(0)
})
