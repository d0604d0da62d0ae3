import * as z from 'zod'
import { api } from '../../shared/words/api.ts'
import { readCounts, readCountsOfAll } from '../store/counters.ts'
import { type Area, answers, area } from './area.ts'
import { filters, listQuery } from './filters.ts'
import { problem, refused } from './problem.ts'
import { questioned, questionFaults } from './question.ts'
import { Place } from './record-shapes.ts'
import { createRoute } from './route.ts'
import { usable, usableOne } from './usable.ts'

const Counts = z.object({ total: z.number(), states: z.record(z.string(), z.number()), overdue: z.number(), nearDue: z.number() })
const query = z.strictObject(filters)
const get = createRoute({
  method: 'get',
  path: '/api/counts/{ledger}',
  tags: ['records'],
  summary: 'Records per state and per lamp',
  request: { params: Place, query },
  responses: answers(200, '`overdue` and `nearDue` count records by their soonest open duty.', Counts),
})
const all = createRoute({
  method: 'get',
  path: '/api/counts',
  tags: ['records'],
  summary: 'Records per state and per lamp, of every ledger that the caller may use',
  request: { query },
  responses: answers(200, 'By ledger; one in which nothing is found is left out.', z.object({ data: z.record(z.string(), Counts) })),
})

export function countRoutes(): Area {
  const routes = area(questioned(query))
  routes.openapi(get, async (c) => {
    const { scope, clock } = c.var
    const found = await usableOne(scope, c.req.valid('param').ledger)
    if (!found) return problem(c, 404, api.notThere)
    const wanted = listQuery(c.req.valid('query'))
    const refusal = await questionFaults([found.ledger], wanted)
    return refusal ? refused(c, refusal) : c.json(await readCounts(scope, found.ledger, wanted, clock.today))
  })
  routes.openapi(all, async (c) => {
    const { scope, clock } = c.var
    const ledgers = (await usable(scope)).map(({ ledger }) => ledger)
    const wanted = listQuery(c.req.valid('query'))
    const refusal = await questionFaults(ledgers, wanted)
    return refusal ? refused(c, refusal) : c.json({ data: await readCountsOfAll(scope, ledgers, wanted, clock.today) })
  })
  return routes
}
