import { expect, test } from 'vitest'
import { asOwed } from '../../../functions/store/held.ts'
import type { LedgerRecord } from '../../../shared/record.ts'

const duty = (kind: string, id: string, dueOn: string | null, state = 'open') => ({ key: 'reply', holder: { kind, id }, dueOn, state })
const record = {
  state: 'handling',
  year: 2026,
  township: 'xinan',
  data: {},
  took: {},
  duties: [duty('unit', 'water', '2026-06-02'), duty('unit', 'urban', '2026-04-02'), duty('unit', 'housing', '2026-04-02', 'done')],
} as unknown as LedgerRecord

test('what is asked of an office that owes is asked of its own open duties, whatever else is late on the item', () => {
  expect(asOwed(record, 'unit:water')?.duties).toEqual([record.duties[0]])
  expect(asOwed(record, 'unit:urban')?.duties).toEqual([record.duties[1]])
  for (const nobody of ['unit:housing', 'township:urban', 'unit:police']) expect(asOwed(record, nobody), nobody).toBeNull()
  expect(asOwed(record, undefined)).toBe(record)
})
