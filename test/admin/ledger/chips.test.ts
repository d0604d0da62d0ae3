import { describe, expect, test } from 'vitest'
import { activeOf, filtersOf } from '../../../admin/ledger/list/filters.ts'
import { panelZh } from '../../../admin/words/panel.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import type { Scope } from '../../../shared/scope.ts'

const scope: Scope = { person: 'p1', name: '孟庆芳', role: 'admin', office: { kind: 'county', id: 'county' } }
const words = panelZh
const around = { scope, offices: [], words, lang: 'zh' as const, today: '2026-11-30' }

describe('whatever a list can be asked by a link stands on a chip, and goes when that is pressed', () => {
  const asked = ledgers.flatMap((ledger) => {
    const keys = new Set([...(ledger.list.filters ?? []), ...(ledger.report?.by ?? []), ...(ledger.report?.counts ?? [])])
    return [...keys].filter((key) => ledger.fields[key] && !ledger.fields[key].seenBy).map((key) => [ledger, key] as const)
  })
  test.each(asked.map(([ledger, key]) => [`${ledger.key} ${key}`, ledger, key] as const))('%s', (_, ledger, key) => {
    const [chip, ...more] = activeOf(filtersOf([ledger], around), { where: `${key}:何保洲`, year: '2026' }, words).filter(
      ({ label }) => !label.includes('2026'),
    )
    expect([chip?.label, more]).toEqual([`${ledger.fields[key]?.label.zh} 何保洲`, []])
    expect(chip?.without).toEqual({ year: '2026' })
  })
})

test('an office that owes something stands on a chip by its name, in the list of one ledger and of all', () => {
  const offices = [{ id: 'water', kind: 'unit' as const, name: { zh: '县水务局', en: 'Water' } }]
  for (const some of [ledgers.slice(0, 1), ledgers]) {
    const chips = activeOf(filtersOf(some, { ...around, offices }), { holder: 'unit:water', overdue: 'true' }, words)
    expect(chips.map(({ label }) => label).sort()).toEqual(['期限 已超期', '该办单位 县水务局'].sort())
    expect(chips.find(({ key }) => key === 'holder')?.without).toEqual({ overdue: 'true' })
  }
})

test('what counts in a rate stands on a chip in plain words', () => {
  const suggestions = ledgers.filter(({ key }) => key === 'suggestions')
  const chip = (rate: string) => activeOf(filtersOf(suggestions, around), { rate }, words).map(({ label }) => label)
  const asked = ['accomplished', 'accomplished.met', 'accomplished.missed', 'onTime.met', 'onTime.missed'].flatMap(chip)
  expect(asked).toEqual(['办成率：参加统计的', '办成率：算办成的', '办成率：不算办成的', '按期率：按期的', '按期率：未按期的'])
})

test('a township sees on a chip that a pile of it holds its own alone', () => {
  const meetings = ledgers.filter(({ key }) => key === 'meetings')
  const xinan = { ...scope, role: 'clerk' as const, office: { kind: 'township' as const, id: 'xinan' } }
  const offices = [{ id: 'xinan', kind: 'township' as const, name: { zh: '新安镇', en: 'Xinan' } }]
  const filters = filtersOf(meetings, { ...around, scope: xinan, offices })
  expect(activeOf(filters, { township: 'xinan' }, words).map(({ label }) => label)).toEqual(['乡镇 新安镇'])
  expect(filters.find(({ key }) => key === 'township')?.linked).toBe(true)
})
