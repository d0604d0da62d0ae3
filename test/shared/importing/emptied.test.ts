import { expect, it } from 'vitest'
import { create } from '../../../shared/engine/creation.ts'
import { judge } from '../../../shared/importing/judge.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import type { Data } from '../../../shared/record.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { county, world } from '../../cast.ts'
import { samples } from '../../sample.ts'

const today = '2026-03-02'

it.each(ledgers.map((ledger) => [ledger.key, ledger] as const))('of %s nothing is taken away that a record must have', (_, ledger) => {
  const fields = Object.entries(ledger.fields).filter(([, field]) => field.kind !== 'computed' && field.only !== 'event')
  const data = Object.fromEntries(fields.map(([key, field]) => [key, samples(field, today, '2026-03-03')[0]]))
  const township = ledger.level === 'county' ? null : 'xinan'
  const born = create(ledger, { id: 'r1', township, data, bySystem: true }, county, today, world)
  if (isRefusal(born)) throw new Error(JSON.stringify(born))
  const must = fields.filter(([key, { required, only }]) => required && !only && born.record.data[key] !== undefined)
  expect(must.length).toBeGreaterThan(0)
  for (const [key, { label }] of must) {
    const outcome = judge(ledger, { row: 2, data: { [key]: null } as Data }, { record: born.record }, county, today, world)
    const faults = outcome && 'faults' in outcome ? outcome.faults : []
    if (outcome !== null) expect(faults.map(({ path, message }) => `${path} ${message.zh}`)).toContain(`${key} ${label.zh}还没有填。`)
  }
})
