import { expect, test } from 'vitest'
import { planAhead } from '../../shared/deadline/ahead.ts'
import { addDays, calendar } from '../../shared/deadline/calendar.ts'
import { ladders, plan, planRange, type Remindable } from '../../shared/deadline/reminders.ts'
import { fc, holds } from '../property.ts'

const national = calendar()

test('a forecast looks at few days and finds what looking at every one finds', async () => {
  const day = fc.integer({ min: 0, max: 300 }).map((days) => addDays('2026-01-01', days))
  await holds(
    [day, fc.integer({ min: 1, max: 120 }), day, fc.integer({ min: 0, max: 100 }), fc.boolean(), fc.boolean()],
    (openedOn, length, from, span, held, heard) => {
      const item: Remindable = { duty: { openedOn, dueOn: addDays(openedOn, length) }, held }
      const before = heard ? plan([item], from, national)[0]?.rung : undefined
      const [begin, to] = [heard ? addDays(from, 1) : from, addDays(from, span)]
      const told = (notices: { on: string; rung: string }[]) => notices.map(({ on, rung }) => [on, rung])
      const slow = planRange([item], begin, to, national, { sent: (_, rung) => rung === before })
      expect(told(planAhead(item, [begin, to], national, { own: ladders, said: before }))).toEqual(told(slow))
    },
    { runs: 150 },
  )
})
