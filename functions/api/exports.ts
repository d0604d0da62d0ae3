import * as z from 'zod'
import { Key } from '../../shared/definition/names.ts'
import { api } from '../../shared/words/api.ts'
import { isFault } from '../sheets/fault.ts'
import { log } from '../store/log.ts'
import { type Area, answers, area } from './area.ts'
import { handedOver } from './attachment.ts'
import { filters, listQuery, paging } from './filters.ts'
import { problem, refused } from './problem.ts'
import { questioned, questionFaults } from './question.ts'
import { Place } from './record-shapes.ts'
import { createRoute } from './route.ts'
import { usableOne } from './usable.ts'

const list = (item: z.ZodString, most: number) =>
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(item).min(1).max(most))
    .optional()
const query = z.strictObject({
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
  ids: list(z.string().min(1).max(60), 100).meta({
    type: 'string',
    description: 'Only these records, with commas; the filters are not asked then, but days are those of `holder` still.',
  }),
  columns: list(Key, 100).meta({
    type: 'string',
    description: 'The columns that are shown, with commas: number, heading, township, state, dueOn or a field.',
  }),
  ...filters,
  sort: paging.sort,
})
const get = createRoute({
  method: 'get',
  path: '/api/exports/{ledger}',
  tags: ['sheets'],
  summary: 'The records of a list as a file',
  request: { params: Place, query },
  responses: {
    ...answers(200, 'The file itself; it imports again as unchanged.'),
    ...answers(303, 'Above 4 MB: a short-lived address of the file.'),
  },
})

/** Exports of what the caller may see; each is written into the log of operations. */
export function exportRoutes(): Area {
  const routes = area(questioned(query))
  routes.openapi(get, async (c) => {
    const { scope, clock, lang } = c.var
    const found = await usableOne(scope, c.req.valid('param').ledger)
    if (!found) return problem(c, 404, api.notThere)
    const { format, ids, columns, ...asked } = c.req.valid('query')
    const wanted = { ...listQuery(asked), sort: asked.sort ?? 'number' }
    const refusal = await questionFaults([found.ledger], wanted)
    if (refusal) return refused(c, refusal)
    const { exported } = await import('../sheets/export.ts')
    const paper = await exported(
      found.ledger,
      { query: wanted, ...(ids ? { ids } : {}), ...(columns ? { columns } : {}) },
      format,
      scope,
      clock.today,
      lang,
    )
    if (isFault(paper)) return problem(c, paper.status, paper.sentence)
    await log({ kind: 'operation', person: scope.person, name: scope.name, what: 'export', about: found.ledger.key }, clock.now)
    return handedOver(c, paper)
  })
  return routes
}
