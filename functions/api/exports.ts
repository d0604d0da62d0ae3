import type { Context } from 'hono'
import * as z from 'zod'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { Key } from '../../shared/definition/names.ts'
import { api } from '../../shared/words/api.ts'
import { isFault } from '../sheets/fault.ts'
import type { Ref } from '../store/keys.ts'
import { log } from '../store/log.ts'
import { type Area, answers, area, type Env } from './area.ts'
import { handedOver } from './attachment.ts'
import { filters, listQuery, paging } from './filters.ts'
import { problem, refused, wrong } from './problem.ts'
import { questioned, questionFaults } from './question.ts'
import { Place } from './record-shapes.ts'
import { createRoute } from './route.ts'
import { usable, usableOne } from './usable.ts'

const list = (item: z.ZodString, most: number) =>
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(item).min(1).max(most))
    .optional()
/** As many as a list lets one choose. */
const CHOSEN = 200
const common = {
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
  columns: list(Key, 100).meta({
    type: 'string',
    description: 'The columns that are shown, with commas: number, heading, township, state, duties (who has to act), dueOn or a field.',
  }),
  ...filters,
  sort: paging.sort,
}
const said = 'the filters are not asked then, but days are those of `holder` still.'
const query = z.strictObject({
  ids: list(z.string().min(1).max(60), CHOSEN).meta({ type: 'string', description: `Only these records, with commas; ${said}` }),
  ...common,
})
const queryOfAll = z.strictObject({
  ids: list(z.string().regex(/^([a-z][a-zA-Z0-9-]{0,39}:)?[^:,]{1,60}$/), CHOSEN).meta({
    type: 'string',
    description: `Only these records, as \`ledger:id\` with commas, where an id alone lies on the ledger before it; ${said}`,
  }),
  ...common,
})
const larger = answers(303, 'Above 4 MB: a short-lived address of the file.')
const get = createRoute({
  method: 'get',
  path: '/api/exports/{ledger}',
  tags: ['sheets'],
  summary: 'The records of a list as a file',
  request: { params: Place, query },
  responses: { ...answers(200, 'The file itself; it imports again as unchanged.'), ...larger },
})
const all = createRoute({
  method: 'get',
  path: '/api/exports',
  tags: ['sheets'],
  summary: 'The records of all ledgers that the caller may see, as a file',
  request: { query: queryOfAll },
  responses: { ...answers(200, 'The file itself, with the columns that all records have.'), ...larger },
})

/** Exports of what the caller may see; each is written into the log of operations. */
export function exportRoutes(): Area {
  const routes = area(questioned(query))
  routes.openapi(get, async (c) => {
    const found = await usableOne(c.var.scope, c.req.valid('param').ledger)
    if (!found) return problem(c, 404, api.notThere)
    const { key } = found.ledger
    const { ids, ...asked } = c.req.valid('query')
    return answered(
      c,
      [found.ledger],
      { ...asked, sort: asked.sort ?? 'number' },
      ids?.map((id) => ({ ledger: key, id })),
    )
  })
  const several = area(questioned(queryOfAll))
  several.openapi(all, async (c) => {
    const ledgers = (await usable(c.var.scope)).map(({ ledger }) => ledger)
    const { ids, ...asked } = c.req.valid('query')
    const refs = ids && refsOf(ids)
    if (refs?.some(({ ledger }) => ledger === '')) return wrong(c, 'ids', api.ofNoLedger)
    return answered(c, ledgers, { ...asked, sort: asked.sort ?? 'dueOn' }, refs)
  })
  routes.include(several)
  return routes
}

type Asked = Omit<z.output<typeof query>, 'ids'>

async function answered(c: Context<Env>, ledgers: Ledger[], { format, columns, ...asked }: Asked, refs?: Ref[]): Promise<Response> {
  const { scope, clock, lang } = c.var
  const wanted = listQuery(asked)
  const refusal = await questionFaults(ledgers, wanted)
  if (refusal) return refused(c, refusal)
  const { exported } = await import('../sheets/export.ts')
  const wish = { query: wanted, ...(refs ? { refs } : {}), ...(columns ? { columns } : {}) }
  const paper = await exported(ledgers, wish, format, scope, clock.today, lang)
  if (isFault(paper)) return problem(c, paper.status, paper.sentence)
  const about = ledgers.length === 1 && ledgers[0] ? { about: ledgers[0].key } : {}
  await log({ kind: 'operation', person: scope.person, name: scope.name, what: 'export', ...about }, clock.now)
  return handedOver(c, paper)
}

/** Where chosen records lie: an id alone lies on the ledger that was named before it. */
function refsOf(ids: string[]): Ref[] {
  let ledger = ''
  return ids.map((each) => {
    const [first = '', second] = each.split(':')
    if (second !== undefined) ledger = first
    return { ledger, id: second ?? first }
  })
}
