import * as z from 'zod'
import { deadline } from '../../shared/deadline/deadline.ts'
import { isDay } from '../../shared/names.ts'
import { api } from '../../shared/words/api.ts'
import { world } from '../world.ts'
import { type Area, answers, area } from './area.ts'
import { whole } from './paging.ts'
import { createRoute } from './route.ts'

export const Day = z
  .string()
  .refine(isDay, { params: { sentence: api.badDay } })
  .meta({ type: 'string', format: 'date', example: '2026-03-02' })
const Length = whole(0, 3660).optional()
const query = z
  .strictObject({ from: Day, workdays: Length, days: Length, months: Length })
  .refine(isOneLength, { path: ['workdays'], params: { sentence: api.oneLength }, when: () => true })
const NamedDay = z.object({ day: z.string(), name: z.string() })

const get = createRoute({
  method: 'get',
  path: '/api/deadline',
  tags: ['calendar'],
  summary: 'The last day of a period',
  request: { query },
  responses: answers(200, 'The day, what was skipped on the way, and whether a year without a published notice was looked at.', () =>
    z.object({ dueOn: z.string(), skipped: z.array(NamedDay), worked: z.array(NamedDay), provisional: z.boolean() }),
  ),
})

export function deadlineRoutes(): Area {
  const routes = area()
  routes.openapi(get, async (c) => {
    const { from, workdays, days, months } = c.req.valid('query')
    const { calendar } = await world()
    const length = workdays !== undefined ? { workdays } : days !== undefined ? { days } : { months: months ?? 0 }
    const { dueOn, skipped, worked, provisional } = deadline(length, from, calendar)
    return c.json({ dueOn, skipped, worked, provisional })
  })
  return routes
}

function isOneLength({ workdays, days, months }: { workdays?: unknown; days?: unknown; months?: unknown }): boolean {
  return [workdays, days, months].filter((one) => one !== undefined).length === 1
}
