import { expect, test } from 'vitest'
import { dischargerOf } from '../../shared/definition/discharger.ts'
import { ledgers } from '../../shared/ledgers/index.ts'

const dutyOf = (one: string | { duty: string }) => (typeof one === 'string' ? one : one.duty)

test('no step makes one office owe the same answer twice, for two days', () => {
  let looked = 0
  const found: string[] = []
  for (const ledger of ledgers)
    for (const [step, rule] of Object.entries(ledger.transitions))
      for (const one of rule.opens ?? [])
        for (const state of rule.to === undefined ? rule.from : []) {
          const key = dutyOf(one)
          const { holder = [], label } = ledger.duties[key] ?? {}
          const act = dischargerOf(ledger, state, key)
          const unless = typeof one === 'string' ? [] : one.when.flatMap((each) => ('duty' in each && !each.open ? [each.duty] : []))
          for (const [other, { during, holder: by, asker, label: called }] of Object.entries(ledger.duties)) {
            looked += 1
            if (other === key || asker || rule.discharges?.includes(other) || unless.includes(other)) continue
            if (during && !during.includes(state)) continue
            // A list of people who are warned and admonished by one act is no answer that is owed twice.
            const same = by.some((word) => word.startsWith('@') && holder.includes(word)) && dischargerOf(ledger, state, other) === act
            if (same) found.push(`${ledger.key} ${step}: ${label?.zh}, ${called.zh}`)
          }
        }
  expect(looked).toBeGreaterThan(50)
  expect(found).toEqual([])
})
