import type { Context } from 'hono'
import * as z from 'zod'
import { Key } from '../../shared/definition/names.ts'
import { type Fault, refuseInput } from '../../shared/refusal.ts'
import { api } from '../../shared/words/api.ts'
import { endings } from '../../shared/words/endings.ts'
import { definitions } from '../catalogue.ts'
import { type Chosen, type Closing, partId, readClosing, writeClosing } from '../store/closings.ts'
import { queryFaults } from '../store/list-query.ts'
import { listOffices } from '../store/offices.ts'
import { areThere } from '../store/records.ts'
import { type Area, answers, area, body, type Env } from './area.ts'
import { again, carried, kinds, Preview, Progress, previews, Reason, successorFault, tags, told } from './closing-job.ts'
import { noteDone } from './note.ts'
import { problem, refused, wrong } from './problem.ts'
import { createRoute } from './route.ts'

const MOST = 1000
const Given = z.strictObject({
  to: Key.meta({ description: 'Who gets it: an open office of the same kind.' }),
  items: z
    .array(z.strictObject({ ledger: Key, id: Key }))
    .min(1)
    .max(MOST)
    .optional(),
  query: z.string().max(1000).optional().meta({
    description: 'In the place of `items`: a saved filter, `key?state=open&q=…`; without a ledger (`?q=…`) of all of them.',
  }),
  reason: Reason,
  dryRun: z.boolean().optional(),
})
type Given = z.infer<typeof Given>

const handOver = createRoute({
  method: 'post',
  path: '/api/offices/{kind}/{id}/hand-over',
  tags,
  summary: 'Hand a part of an office’s open work over to another; both go on',
  description:
    'As when a township is split, or a bureau gives a matter away. What is left goes to whoever takes the office over when it is closed.',
  request: { params: z.object({ kind: z.enum(kinds), id: Key }), body: body(Given) },
  responses: {
    ...answers(200, 'With `dryRun`: what would be handed over. Nothing is written.', () => Preview),
    ...answers(
      202,
      'It is handed over behind the request. `Location` tells how far it is. Asked again: what has come since too.',
      () => Progress,
    ),
  },
})

/** Open work that goes from one office to another while both go on: only the county's administrator says so, first looking at what that means. */
export function handOverRoutes(): Area {
  const routes = area()
  routes.openapi(handOver, async (c) => {
    const { scope, clock } = c.var
    if (scope.role !== 'admin') return problem(c, 403, api.adminsOnly)
    const { kind, id: office } = c.req.valid('param')
    const given = c.req.valid('json')
    const { to, reason, dryRun } = given
    const offices = await listOffices()
    const own = offices.find((one) => one.kind === kind && one.id === office)
    if (!own) return problem(c, 404, api.notThere)
    if (own.closed) return problem(c, 409, endings.closedHandsOver)
    const fault = successorFault(offices, own, to)
    const chosen = await chosenIn(c, given)
    if (Array.isArray(chosen) || fault)
      return refused(c, refuseInput([...(fault ? [bad('to', fault)] : []), ...(Array.isArray(chosen) ? chosen : [])]))
    const part = { kind, office, into: to, chosen, reason }
    const known = await readClosing(partId(part))
    if (known && !dryRun) return told(c, await carried(c, await again(known, clock.now, { whole: true })))
    const sums = await (await previews()).preview(scope, part, clock.today)
    if (dryRun) return c.json(sums)
    if (sums.records === 0) return wrong(c, 'items' in chosen ? 'items' : 'query', endings.nothingToHand)
    const at = clock.now.toISOString()
    const progress = { done: 0, of: sums.records }
    const closing: Closing = { ...part, id: partId(part), by: scope, at, state: 'running', progress, lease: clock.now.getTime() }
    const begun = await writeClosing(closing)
    await noteDone(c, 'office.handOver', `${kind}:${office} → ${to}`)
    return told(c, await carried(c, begun))
  })
  return routes
}

/** What was chosen, or everything that is wrong with it. */
async function chosenIn({ var: { scope } }: Context<Env>, { items, query }: Given): Promise<Chosen | Fault[]> {
  if ((items === undefined) === (query === undefined)) return [bad('items', endings.oneChoice)]
  if (items) {
    const there = await areThere(scope, items)
    const missing = items.flatMap((_, at) => (there[at] ? [] : [bad(`items.${at}`, api.notThere)]))
    return missing.length > 0 ? missing : { items }
  }
  const { readQuery } = await import('../store/saved-query.ts')
  const asked = readQuery(query ?? '')
  const ledgers = (await definitions(scope)).map(({ ledger }) => ledger).filter(({ key }) => !asked?.ledger || key === asked.ledger)
  if (!asked || ledgers.length === 0) return [bad('query', endings.noSuchFilter)]
  const faults = queryFaults(ledgers, asked.query).map((fault) => ({ ...fault, path: 'query' }))
  return faults.length > 0 ? faults : { query: query ?? '' }
}

const bad = (path: string, message: Fault['message']): Fault => ({ path, code: 'bad', message })
