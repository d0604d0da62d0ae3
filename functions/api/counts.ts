import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { api } from '../../shared/words/api.ts'
import { readCounts } from '../store/counters.ts'
import { queryFaults } from '../store/list-query.ts'
import { answers, area, type Env } from './area.ts'
import { filters, listQuery } from './filters.ts'
import { officeFaults } from './list.ts'
import { problem, refused } from './problem.ts'
import { Place } from './record-shapes.ts'
import { usableOne } from './usable.ts'

const Counts = z.object({ total: z.number(), states: z.record(z.string(), z.number()), overdue: z.number(), nearDue: z.number() })
const get = createRoute({
  method: 'get',
  path: '/api/counts/{ledger}',
  tags: ['records'],
  summary: 'Records per state and per lamp',
  request: { params: Place, query: z.strictObject(filters) },
  responses: answers(200, '`overdue` and `nearDue` count records by their soonest open duty.', Counts),
})

export function countRoutes(): OpenAPIHono<Env> {
  const routes = area()
  routes.openapi(get, async (c) => {
    const { scope, clock } = c.var
    const found = await usableOne(scope, c.req.valid('param').ledger)
    if (!found) return problem(c, 404, api.notThere)
    const query = listQuery(c.req.valid('query'))
    const refusal = queryFaults([found.ledger], query) ?? (await officeFaults(query))
    return refusal ? refused(c, refusal) : c.json(await readCounts(scope, found.ledger, query, clock.today))
  })
  return routes
}
