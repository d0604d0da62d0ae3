import * as z from 'zod'
import { addWorkdays, isWorkday, nextWorkday } from '../../shared/deadline/calendar.ts'
import { Rung } from '../../shared/definition/ledger.ts'
import { Key } from '../../shared/definition/names.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { api } from '../../shared/words/api.ts'
import { world } from '../world.ts'
import { type Area, answers, area, body } from './area.ts'
import { mailsOf, Told } from './forecast.ts'
import { isShown } from './preview.ts'
import { problem, refused } from './problem.ts'
import { Data, RecordId } from './record-shapes.ts'
import { createRoute } from './route.ts'

const DAYS = 60
const Ladder = z.array(Rung).min(1).max(20)
const compare = createRoute({
  method: 'post',
  path: '/api/notices/forecast/difference',
  tags: ['notices'],
  summary: 'How many mails more and fewer go out in the next 60 working days under other rules; nothing is stored',
  request: {
    body: body(
      z.strictObject({
        reminders: z.strictObject({ long: Ladder.optional(), short: Ladder.optional() }).optional(),
        overviews: z.strictObject({ weekly: z.boolean().optional(), monthly: z.boolean().optional() }).optional(),
      }),
    ),
  },
  responses: answers(200, 'Mails in all now and then, and the days that differ.', () =>
    z.object({
      from: z.string(),
      to: z.string(),
      now: z.number(),
      after: z.number(),
      more: z.number(),
      fewer: z.number(),
      days: z.array(z.object({ date: z.string(), more: z.number(), fewer: z.number() })),
    }),
  ),
})
const Days = z.array(z.object({ date: z.string(), data: z.array(Told) }))
const ask = createRoute({
  method: 'post',
  path: '/api/notices/what-if',
  tags: ['notices'],
  summary: 'What would be said if a step were taken on a record today: of it, and of all that hangs on it',
  request: {
    body: body(z.strictObject({ ledger: Key, id: RecordId, transition: Key, given: Data.default({}), for: RecordId.optional() })),
  },
  responses: answers(
    200,
    'The mails of the next 60 working days as things stand (`now`) and with the step (`after`). Refused as the step would be.',
    () => z.object({ from: z.string(), to: z.string(), now: Days, after: Days }),
  ),
})

/** The forecast under a condition: other rules, or a step on a record. */
export function whatIfRoutes(): Area {
  const routes = area()
  routes.openapi(compare, async (c) => {
    const { scope, clock } = c.var
    if (scope.office.kind !== 'county' || scope.role === 'leader') return problem(c, 403, api.countyOnly)
    const span = await spanFrom(clock.today)
    const { difference } = await import('../mail/what-if.ts')
    const told = await difference(span, c.req.valid('json'))
    const sum = (kind: 'more' | 'fewer') => told.days.reduce((all, day) => all + day[kind], 0)
    return c.json({ ...span, ...told, more: sum('more'), fewer: sum('fewer') })
  })
  routes.openapi(ask, async (c) => {
    const { scope, clock } = c.var
    const { ledger, id, for: principal, ...step } = c.req.valid('json')
    const span = await spanFrom(clock.today)
    const tried = { ...step, ...(principal ? { for: principal } : {}) }
    const { whatIf } = await import('../mail/what-if.ts')
    const told = await whatIf(scope, { ledger, id }, tried, span, clock)
    if (told === null) return problem(c, 404, api.notThere)
    if (isRefusal(told)) return refused(c, told)
    const days = (foreseen: typeof told.now) => {
      const mine = foreseen.filter(({ reader }) => isShown(scope, reader))
      const dates = [...new Set(mine.map(({ date }) => date))].sort()
      return dates.map((date) => ({ date, data: mailsOf(mine.filter((each) => each.date === date)) }))
    }
    return c.json({ ...span, now: days(told.now), after: days(told.after) })
  })
  return routes
}

async function spanFrom(today: string): Promise<{ from: string; to: string }> {
  const { calendar } = await world()
  const from = isWorkday(calendar, today) ? today : nextWorkday(calendar, today)
  return { from, to: addWorkdays(calendar, from, DAYS - 1) }
}
