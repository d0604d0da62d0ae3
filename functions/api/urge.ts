import * as z from 'zod'
import { Key } from '../../shared/definition/names.ts'
import { api } from '../../shared/words/api.ts'
import { urging } from '../../shared/words/urging.ts'
import type { Urged } from '../mail/urge.ts'
import { readRecord } from '../store/records.ts'
import { type Area, answers, area, body } from './area.ts'
import { problem } from './problem.ts'
import { RecordId } from './record-shapes.ts'
import { createRoute } from './route.ts'
import { usableOne } from './usable.ts'

const item = { ledger: Key, id: RecordId }
const only = { duty: z.string().max(40).optional() }
const post = createRoute({
  method: 'post',
  path: '/api/records/{ledger}/{id}/urge',
  tags: ['notices'],
  summary: 'Urge whoever is late',
  request: {
    params: z.object(item),
    body: body(
      z.strictObject({
        ...only,
        beside: z
          .array(z.strictObject({ ...item, ...only }))
          .max(49)
          .optional(),
      }),
    ),
  },
  responses: answers(
    200,
    'How many mails went out, one to each person; `later`: how many go when the mail service is there again. Each person is urged about a duty once a day.',
    () => z.object({ sent: z.number(), later: z.number().optional() }),
  ),
})

export function urgeRoutes(): Area {
  const routes = area()
  routes.openapi(post, async (c) => {
    const { scope, clock } = c.var
    const { duty, beside = [] } = c.req.valid('json')
    const asked: Urged[] = []
    const items = [{ ...c.req.valid('param'), duty }, ...beside]
    const read = await Promise.all(items.map(({ ledger, id }) => Promise.all([usableOne(scope, ledger), readRecord(scope, ledger, id)])))
    for (const [at, [found, record]] of read.entries()) {
      if (!found || !record) return problem(c, 404, api.notThere)
      const own = scope.office.kind === 'township' && record.township === scope.office.id
      if (scope.role === 'leader' || !(own || scope.office.kind === 'county')) return problem(c, 403, urging.whom)
      asked.push({ ledger: found.ledger, record, only: items[at]?.duty })
    }
    const { urge } = await import('../mail/urge.ts')
    const urged = await urge(scope, asked, clock)
    return 'refused' in urged ? problem(c, 409, urging[urged.refused]) : c.json(urged)
  })
  return routes
}
