import * as z from 'zod'
import { restName } from '../../shared/deadline/calendar.ts'
import { writeRest } from '../../shared/deadline/days.ts'
import { posts } from '../../shared/post.ts'
import type { Scope } from '../../shared/scope.ts'
import { officeToken, type Reader } from '../mail/recipients.ts'
import { type Area, answers, area } from './area.ts'
import { Day } from './deadline.ts'
import { seesAll } from './notice-heaps.ts'
import { createRoute } from './route.ts'

const Said = z.object({
  record: z.object({ ledger: z.string(), id: z.string(), number: z.string().optional(), heading: z.string() }),
  duty: z.string().optional(),
  rule: z.string(),
  dueOn: z.string().nullable().optional(),
  copy: z.boolean().optional(),
  instead: z.enum(posts).optional(),
})
const Planned = z.object({
  to: z.string(),
  name: z.string(),
  office: z.object({ kind: z.string(), id: z.string() }),
  subject: z.string(),
  total: z.number(),
  notices: z.array(Said),
})
const Answer = z.object({
  date: z.string(),
  workday: z.boolean(),
  rest: z.string().optional(),
  planned: z.number(),
  data: z.array(Planned),
})
const get = createRoute({
  method: 'get',
  path: '/api/notices/preview',
  tags: ['notices'],
  summary: 'Who would be mailed what on a day, without sending',
  request: { query: z.strictObject({ date: Day.optional() }) },
  responses: answers(
    200,
    'One mail for each person; `total` counts its items, of which at most 100 are named. What is not due yet may still be done, or move.',
    () => Answer,
  ),
})
const NAMED = 100

/** The county sees everybody's mail of the day, its clerks all but what goes to their colleagues; an office its own. */
export function isShown(scope: Scope, { id, office }: Pick<Reader, 'id' | 'office'>): boolean {
  if (seesAll(scope) || id === scope.person) return true
  return scope.office.kind === 'county' ? office.kind !== 'county' : officeToken(office) === officeToken(scope.office)
}

export function previewRoutes(): Area {
  const routes = area()
  routes.openapi(get, async (c) => {
    const { scope, clock, lang } = c.var
    const date = c.req.valid('query').date ?? clock.today
    const { preview } = await import('../mail/daily.ts')
    const { world, mailings } = await preview(date, clock.now)
    const rest = restName(world.calendar, date)
    const mine = mailings.filter(({ reader }) => isShown(scope, reader))
    const data = mine.map(({ reader, words, notices }) => ({
      to: reader.email,
      name: reader.name,
      office: reader.office,
      subject: words[lang],
      total: notices.length,
      notices: notices.slice(0, NAMED).map(({ record, duty, rule, dueOn, copy, instead }) => ({
        record,
        ...(duty ? { duty } : {}),
        rule,
        ...(dueOn === undefined ? {} : { dueOn }),
        ...(copy ? { copy } : {}),
        ...(instead ? { instead } : {}),
      })),
    }))
    return c.json({ date, workday: rest === null, ...(rest ? { rest: writeRest(rest, lang) } : {}), planned: data.length, data })
  })
  return routes
}
