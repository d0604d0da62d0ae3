import * as z from 'zod'
import { api } from '../../shared/words/api.ts'
import { readLog } from '../store/log.ts'
import { type Area, answers, area } from './area.ts'
import { Limit } from './paging.ts'
import { problem } from './problem.ts'
import { createRoute } from './route.ts'

const Entry = z.object({
  id: z.string(),
  kind: z.enum(['login', 'operation']),
  at: z.string(),
  person: z.string(),
  name: z.string(),
  what: z.string(),
  about: z.string().optional(),
  ip: z.string().optional(),
})

const get = createRoute({
  method: 'get',
  path: '/api/log',
  tags: ['county'],
  summary: 'Who signed in, who administered what',
  request: {
    query: z.strictObject({
      kind: z.enum(['login', 'operation']).default('operation'),
      limit: Limit,
      cursor: z
        .string()
        .regex(/^\d{4}-\d{2}-[0-9T:.Z#a-f-]{10,60}$/)
        .optional(),
    }),
  },
  responses: answers(200, 'Newest first.', () => z.object({ data: z.array(Entry), next: z.string().optional() })),
})

export function logRoutes(): Area {
  const routes = area()
  routes.openapi(get, async (c) => {
    if (c.var.scope.role !== 'admin') return problem(c, 403, api.adminsOnly)
    const { kind, limit, cursor } = c.req.valid('query')
    return c.json(await readLog(c.var.scope, kind, { now: c.var.clock.now, limit, ...(cursor ? { from: cursor } : {}) }))
  })
  return routes
}
