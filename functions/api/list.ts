import type { Context } from 'hono'
import * as z from 'zod'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { api } from '../../shared/words/api.ts'
import type { ListQuery } from '../store/list-query.ts'
import { listRecords } from '../store/pages.ts'
import { type Area, answers, area, type Env } from './area.ts'
import { filters, listQuery, paging } from './filters.ts'
import { problem, refused } from './problem.ts'
import { questioned, questionFaults } from './question.ts'
import { Place, recordShape, tags } from './record-shapes.ts'
import { createRoute } from './route.ts'
import { eyesOf, tellMany } from './tell.ts'
import { usable, usableOne } from './usable.ts'

/** Lambda answers 6 MB at most; the rest is headers and encoding. */
const MOST_BYTES = 4_500_000
const pageShape = async () => z.object({ data: z.array(await recordShape()), next: z.string().optional(), total: z.number().optional() })
const query = z.strictObject({ ...filters, ...paging })

const list = createRoute({
  method: 'get',
  path: '/api/records/{ledger}',
  tags,
  summary: 'The records of a ledger that the caller may see',
  request: { params: Place, query },
  responses: answers(200, 'A page.', pageShape),
})
const all = createRoute({
  method: 'get',
  path: '/api/records',
  tags,
  summary: 'The records of all ledgers that the caller may see',
  request: { query },
  responses: answers(200, 'A page.', pageShape),
})

export function listRoutes(): Area {
  const routes = area(questioned(query))
  routes.openapi(list, async (c) => {
    const found = await usableOne(c.var.scope, c.req.valid('param').ledger)
    return found ? page(c, [found.ledger], listQuery(c.req.valid('query'))) : problem(c, 404, api.notThere)
  })
  routes.openapi(all, async (c) => {
    const ledgers = (await usable(c.var.scope)).map(({ ledger }) => ledger)
    return page(c, ledgers, listQuery(c.req.valid('query')))
  })
  return routes
}

async function page(c: Context<Env>, ledgers: Ledger[], query: ListQuery): Promise<Response> {
  const { scope, clock } = c.var
  const refusal = await questionFaults(ledgers, query)
  if (refusal) return refused(c, refusal)
  const found = await listRecords(scope, ledgers.length === 1 && ledgers[0] ? ledgers[0] : ledgers, query, clock.today)
  if (isRefusal(found)) return refused(c, found)
  const { data, ...rest } = found
  const text = JSON.stringify({ data: await tellMany(data, await eyesOf(c)), ...rest })
  // Long texts may outgrow an answer: then the page is shorter and its cursor earlier.
  if (Buffer.byteLength(text) > MOST_BYTES && data.length > 1) return page(c, ledgers, { ...query, limit: Math.ceil(data.length / 2) })
  return c.body(text, 200, { 'content-type': 'application/json; charset=utf-8' })
}
