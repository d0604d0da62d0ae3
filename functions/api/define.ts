import * as z from 'zod'
import { Key } from '../../shared/definition/names.ts'
import { api } from '../../shared/words/api.ts'
import { type Area, answers, area, body } from './area.ts'
import { problem } from './problem.ts'
import { Versioned } from './record-shapes.ts'
import { createRoute } from './route.ts'

const JsonObject = z.record(z.string(), z.unknown()).meta({ type: 'object', additionalProperties: true })
const Opening = z.object({ path: z.string(), message: z.string() })
const put = createRoute({
  method: 'put',
  path: '/api/ledgers/{ledger}',
  tags: ['ledgers'],
  summary: 'Publish the county’s own ledger, or its amendment of one of ours',
  request: {
    params: z.object({ ledger: Key }),
    query: z.strictObject({
      dryRun: z.enum(['true', 'false']).optional(),
      opens: z
        .literal('true')
        .optional()
        .meta({ description: 'Whoever publishes has been told to whom it opens what was closed, and means it.' }),
    }),
    headers: Versioned,
    body: body(z.union([z.strictObject({ ledger: JsonObject }), z.strictObject({ patch: JsonObject })])),
  },
  responses: answers(
    200,
    [
      '`ledger` is the whole; of one of ours only what differs is kept, the order of its parts too. `patch` (RFC 7396; `{put: null}` under `sets` is a value)',
      'changes one of ours. Only what breaks no stored record publishes; days already stamped do not move. What is in force already makes no version and is',
      'answered as it is. `dryRun` only judges, and tells in `opens` what more people may see or do than before; that publishes only with `opens=true` (409 otherwise).',
      '`advice`: what nothing forbids and should be looked at, such as an open state in which nobody owes the next step.',
    ].join(' '),
    () => z.looseObject({ version: z.number(), opens: z.array(Opening).optional() }),
  ),
})

/** Definitions as administrators change them; what judges and stores them is read when somebody does. */
export function defineRoutes(): Area {
  const routes = area()
  routes.openapi(put, async (c) => {
    if (c.var.scope.role !== 'admin') return problem(c, 403, api.adminsOnly)
    const { publish } = await import('./publish.ts')
    return publish(c, c.req.valid('param').ledger, c.req.valid('json'), c.req.valid('query'))
  })
  return routes
}
