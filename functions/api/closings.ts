import type { Context } from 'hono'
import * as z from 'zod'
import { Key, Label } from '../../shared/definition/names.ts'
import { heirOf } from '../../shared/engine/heir.ts'
import { oneLine } from '../../shared/text.ts'
import { api } from '../../shared/words/api.ts'
import { beginClosing, type Closing, closingId, leaseClosing, readClosing, writeClosing } from '../store/closings.ts'
import { listOffices, putOffice, type StoredOffice } from '../store/offices.ts'
import { forgetWorld } from '../world.ts'
import { type Area, answers, area, body, type Env } from './area.ts'
import { noteDone } from './note.ts'
import { problem, wrong } from './problem.ts'
import { createRoute } from './route.ts'

// Seldom needed, and long: loaded by who closes an office.
const work = () => import('../closing/carry-on.ts')
const previews = () => import('../closing/preview.ts')

const tags = ['offices']
const kinds = ['township', 'unit'] as const
const Fresh = z.strictObject({ id: Key, name: Label, phone: z.string().overwrite(oneLine).max(40).optional() })
const Given = z.strictObject({
  into: z.union([Key, Fresh]).optional().meta({
    description:
      'Who takes it over: an open office of the same kind, or a new one. May be left out where nothing is open and nobody has an account there.',
  }),
  reason: z.string().overwrite(oneLine).min(1).max(500),
  dryRun: z.boolean().optional(),
})
const Preview = z.object({
  duties: z.number().int(),
  records: z.number().int(),
  people: z.number().int(),
  notices: z.number().int().meta({ description: 'Reminders planned for these duties within thirty days.' }),
})
const Progress = z.object({
  id: z.string(),
  office: z.object({ kind: z.enum(kinds), id: z.string() }),
  into: z.string().optional(),
  reason: z.string(),
  state: z.enum(['running', 'done']),
  at: z.string(),
  progress: z.object({ done: z.number().int(), of: z.number().int() }),
  left: z
    .array(z.object({ ledger: z.string(), id: z.string(), why: z.string() }))
    .meta({ description: 'Items that could not be handed over, and why. Put them right and ask again: they are tried again.' }),
})
const close = createRoute({
  method: 'post',
  path: '/api/offices/{kind}/{id}/close',
  tags,
  summary: 'Close an office and hand everything open over to its successor',
  request: { params: z.object({ kind: z.enum(kinds), id: Key }), body: body(Given) },
  responses: {
    ...answers(200, 'With `dryRun`: what would be handed over. Nothing is written.', Preview),
    ...answers(
      202,
      'The office is closed; its work is handed over behind the request. `Location` tells how far it is. Asked again, the same.',
      Progress,
    ),
  },
})
const get = createRoute({
  method: 'get',
  path: '/api/closings/{id}',
  tags,
  summary: 'How far an office’s work has been handed over',
  request: { params: z.object({ id: Key }) },
  responses: answers(200, 'The closing.', Progress),
})

const INLINE_MS = 10_000
const LEASE_MS = 60_000
const IDLE_MS = 90_000

/** Offices that end: only the county's administrator closes one, first looking at what that means. */
export function closingRoutes(): Area {
  const routes = area()
  routes.openapi(close, async (c) => {
    const { scope, clock } = c.var
    if (scope.role !== 'admin') return problem(c, 403, api.adminsOnly)
    const { kind, id } = c.req.valid('param')
    const { into, reason, dryRun } = c.req.valid('json')
    const offices = await listOffices()
    const office = offices.find((one) => one.kind === kind && one.id === id)
    if (!office) return problem(c, 404, api.notThere)
    const to = typeof into === 'object' ? into.id : into
    const fault = successorFault(offices, office, into)
    if (fault) return wrong(c, 'into', fault)
    const before = await readClosing(closingId(kind, id))
    if (!dryRun && office.closed && before && before.into === to) return told(c, await carried(c, await again(before, clock.now)))
    if (office.closed && office.successor !== undefined && office.successor !== to) return problem(c, 409, api.closedOtherwise)
    const sums = await (await previews()).preview(scope, kind, id, clock.today)
    if (dryRun) return c.json(sums)
    if (to === undefined && sums.records + sums.people > 0) return wrong(c, 'into', api.successorMissing)
    if (typeof into === 'object') await putOffice({ kind, ...into }, { fresh: true })
    const closing: Closing = {
      id: closingId(kind, id),
      kind,
      office: id,
      ...(to === undefined ? {} : { into: to }),
      reason,
      by: scope,
      at: clock.now.toISOString(),
      state: 'running',
      progress: { done: 0, of: sums.records },
      lease: clock.now.getTime(),
    }
    await beginClosing(closing, office)
    forgetWorld()
    await noteDone(c, 'office.close', `${kind}:${id}${to === undefined ? '' : ` → ${to}`}`)
    return told(c, await carried(c, closing))
  })
  routes.openapi(get, async (c) => {
    const { scope, clock } = c.var
    const closing = scope.office.kind === 'county' ? await readClosing(c.req.valid('param').id) : null
    if (!closing) return problem(c, 404, api.notThere)
    // Whoever asks after one at which nobody has been at work for a while wakes it.
    if (closing.state === 'running' && closing.lease + IDLE_MS < clock.now.getTime())
      await writeClosing({ ...closing, failures: 0, lease: clock.now.getTime() })
    return told(c, closing, 200)
  })
  return routes
}

/** The closing as far as it comes within this request; the rest is done behind it. */
async function carried(c: Context<Env>, closing: Closing): Promise<Closing> {
  const now = c.var.now().now.getTime()
  const mine = await leaseClosing(closing.id, now, now + LEASE_MS)
  return mine ? (await work()).carryOn(mine, c.var.now, INLINE_MS) : closing
}

/** What was left is tried again by whoever asks again. */
async function again(closing: Closing, now: Date): Promise<Closing> {
  const over = closing.state === 'done' && (closing.left ?? []).length > 0
  return over ? writeClosing({ ...closing, state: 'running', failures: 0, lease: now.getTime() }) : closing
}

function told(
  c: Context<Env>,
  { id, kind, office, into, reason, state, at, progress, left = [] }: Closing,
  status: 200 | 202 = 202,
): Response {
  c.header('Location', `/api/closings/${id}`)
  const named = left.map(({ why, ...ref }) => ({ ...ref, why: why[c.var.lang] }))
  const where = { id, office: { kind, id: office }, ...(into === undefined ? {} : { into }) }
  return c.json({ ...where, reason, state, at, progress, left: named }, status)
}

/** Who takes over is an open office of the same kind, another one; a new one has an id that nobody bears, unless this very closing made it. */
function successorFault(offices: StoredOffice[], office: StoredOffice, into: z.infer<typeof Given>['into']) {
  if (into === undefined) return null
  const id = typeof into === 'object' ? into.id : into
  const found = offices.find((one) => one.kind === office.kind && one.id === id)
  if (id === office.id || (found && heirOf({ offices }, office.kind, id) === office.id)) return api.successorItself
  if (typeof into === 'object') return found && found.name.zh !== into.name.zh ? api.officeTaken : null
  return found && !found.closed ? null : api.successorUnknown
}
