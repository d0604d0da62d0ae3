import { expect, test } from 'vitest'
import { inOrder, sizeOf, unitOf, whenOf, withDay } from '../../../admin/settings/rungs.ts'
import { ladders } from '../../../shared/deadline/reminders.ts'
import { Rung } from '../../../shared/definition/ledger.ts'
import { fc, holds } from '../../property.ts'

test('every rung that is ours is asked as what it is, and stays what it is', () => {
  for (const rung of [...ladders.long, ...ladders.short]) expect(withDay(rung, {})).toEqual(rung)
  expect(inOrder(ladders.long)).toEqual(ladders.long)
})

test('whatever is chosen makes a rung that the API takes', async () => {
  const choice = fc.record(
    {
      when: fc.constantFrom('before' as const, 'on' as const, 'after' as const),
      unit: fc.constantFrom('days' as const, 'workdays' as const),
      size: fc.integer({ min: 0, max: 999 }),
    },
    { requiredKeys: [] },
  )
  await holds([fc.constantFrom(...ladders.long), choice], (rung, chosen) => {
    const next = withDay(rung, chosen)
    expect(Rung.safeParse(next).success).toBe(true)
    expect(whenOf(next)).toBe(chosen.when ?? whenOf(rung))
    if (whenOf(next) === 'on') expect([sizeOf(next), next.every]).toEqual([0, undefined])
    else if (chosen.unit) expect(unitOf(next)).toBe(chosen.unit)
    if (whenOf(next) === 'before') expect(next.every).toBeUndefined()
  })
})
