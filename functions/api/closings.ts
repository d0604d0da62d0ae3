import * as z from 'zod'
import { Key, Label } from '../../shared/definition/names.ts'
import { oneLine } from '../../shared/text.ts'
import { api } from '../../shared/words/api.ts'
import { endings } from '../../shared/words/endings.ts'
import { beginClosing, type Closing, closingId, readClosing, writeClosing } from '../store/closings.ts'
import { listOffices, putOffice } from '../store/offices.ts'
import { begin } from '../work/call.ts'
import { liesIdle } from '../work/take-over.ts'
import { changedWorld } from '../world.ts'
import { type Area, answers, area, body } from './area.ts'
import { again, carried, kinds, Preview, Progress, previews, Reason, successorFault, tags, told } from './closing-job.ts'
import { noteDone } from './note.ts'
import { problem, wrong } from './problem.ts'
import { createRoute } from './route.ts'

const Fresh = z.strictObject({ id: Key, name: Label, phone: z.string().overwrite(oneLine).max(40).optional() })
const Given = z.strictObject({
  into: z.union([Key, Fresh]).optional().meta({
    description:
      'Who takes it over: an open office of the same kind, or a new one. May be left out where nothing is open and nobody has an account there.',
  }),
  reason: Reason,
  dryRun: z.boolean().optional(),
})
const close = createRoute({
  method: 'post',
  path: '/api/offices/{kind}/{id}/close',
  tags,
  summary: 'Close an office and hand everything open over to its successor',
  request: { params: z.object({ kind: z.enum(kinds), id: Key }), body: body(Given) },
  responses: {
    ...answers(200, 'With `dryRun`: what would be handed over. Nothing is written.', () => Preview),
    ...answers(
      202,
      'The office is closed; its work is handed over behind the request. `Location` tells how far it is. Asked again, the same.',
      () => Progress,
    ),
  },
})
const get = createRoute({
  method: 'get',
  path: '/api/closings/{id}',
  tags,
  summary: 'How far an office’s work has been handed over',
  request: { params: z.object({ id: Key }) },
  responses: answers(200, 'The closing.', () => Progress),
})

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
    if (office.closed && office.successor !== undefined && office.successor !== to) return problem(c, 409, endings.closedOtherwise)
    const sums = await (await previews()).preview(scope, { kind, office: id }, clock.today)
    if (dryRun) return c.json(sums)
    if (to === undefined && sums.records + sums.people > 0) return wrong(c, 'into', endings.successorMissing)
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
    await changedWorld()
    await noteDone(c, 'office.close', `${kind}:${id}${to === undefined ? '' : ` → ${to}`}`)
    return told(c, await carried(c, closing))
  })
  routes.openapi(get, async (c) => {
    const { scope, clock } = c.var
    const closing = scope.office.kind === 'county' ? await readClosing(c.req.valid('param').id) : null
    if (!closing) return problem(c, 404, api.notThere)
    // Whoever asks after one at which nobody has been at work for a while wakes it.
    if (closing.state === 'running' && liesIdle(closing, clock.now.getTime())) {
      await writeClosing({ ...closing, failures: 0, lease: clock.now.getTime() })
      await begin({ kind: 'closing', id: closing.id })
    }
    return told(c, closing, 200)
  })
  return routes
}
