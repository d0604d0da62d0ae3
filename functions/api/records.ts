import * as z from 'zod'
import { isRefusal } from '../../shared/refusal.ts'
import { api } from '../../shared/words/api.ts'
import { world } from '../world.ts'
import { aheadOf } from './ahead.ts'
import { type Area, answers, area, body } from './area.ts'
import { filesGiven } from './linked-files.ts'
import { listRoutes } from './list.ts'
import { outcome } from './outcome.ts'
import { problem } from './problem.ts'
import { Data, Happened, Keyed, keyOf, Place, RecordId, recordShape, tags, VersionedOnce } from './record-shapes.ts'
import { createRoute } from './route.ts'
import { tellWhole } from './tell.ts'
import { usableOne } from './usable.ts'
import { versionOf } from './version.ts'
import { versionIn } from './version-said.ts'

// Reading needs nothing of what writing does.
const acts = () => import('../transact.ts')
const post = createRoute({
  method: 'post',
  path: '/api/records/{ledger}',
  tags,
  summary: 'Create a record',
  request: {
    params: Place,
    headers: Keyed,
    body: body(
      z.strictObject({
        township: RecordId.nullable().optional(),
        data: Data,
        parent: z.strictObject({ ledger: RecordId, id: RecordId }).optional(),
        ...Happened,
      }),
    ),
  },
  responses: answers(201, 'The record. A township’s or deputy’s account always creates in its own township.', recordShape),
})
const one = { params: Place.extend({ id: RecordId }) }
const get = createRoute({
  method: 'get',
  path: '/api/records/{ledger}/{id}',
  tags,
  summary: 'One record, with what the caller may do',
  request: one,
  responses: answers(200, 'The record; ETag is its version.', recordShape),
})
const patch = createRoute({
  method: 'patch',
  path: '/api/records/{ledger}/{id}',
  tags,
  summary: 'Change fields, where state and role allow',
  request: { ...one, headers: VersionedOnce, body: body(z.strictObject({ data: Data })) },
  responses: answers(200, 'The record.', recordShape),
})
const remove = createRoute({
  method: 'delete',
  path: '/api/records/{ledger}/{id}',
  tags,
  summary: 'Delete a draft; it can be restored',
  request: { ...one, headers: VersionedOnce },
  responses: answers(204, 'Deleted.'),
})
const restore = createRoute({
  method: 'post',
  path: '/api/records/{ledger}/{id}/restore',
  tags,
  summary: 'Bring a deleted draft back',
  request: { ...one, headers: VersionedOnce },
  responses: answers(200, 'The record.', recordShape),
})

/** Records of any ledger: create, read, change, delete a draft, restore it. Lists and transitions have files of their own. */
export function recordRoutes(): Area {
  const routes = area()
  routes.include(listRoutes())
  routes.openapi(post, async (c) => {
    const { scope, clock } = c.var
    const found = await usableOne(scope, c.req.valid('param').ledger)
    if (!found) return problem(c, 404, api.notThere)
    const { township, ...given } = c.req.valid('json')
    const along = { ...keyOf(c.req.valid('header')), files: filesGiven(found.ledger, given.data, 'data', scope) }
    const made = await (await acts()).createRecord(scope, found.ledger.key, { ...given, ...(township ? { township } : {}) }, along, clock)
    if (made && 'record' in made) {
      c.header('Location', `/api/records/${found.ledger.key}/${made.record.id}`)
      c.status(201)
    }
    return outcome(c, found.ledger, made)
  })
  routes.openapi(get, async (c) => {
    const { scope } = c.var
    const ref = c.req.valid('param')
    const ahead = c.var.ahead ?? aheadOf(ref.ledger, ref.id)
    const [found, record, followers] = await Promise.all([usableOne(scope, ref.ledger), ahead.record(scope), ahead.followers, world()])
    return found && record ? tellWhole(c, found.ledger, record, followers) : problem(c, 404, api.notThere)
  })
  routes.openapi(patch, async (c) => {
    const { scope, clock } = c.var
    const { ledger, id } = c.req.valid('param')
    const { data } = c.req.valid('json')
    const version = await versionOf(c, ledger, id)
    if ('answer' in version) return version.answer
    const along = { ...keyOf(c.req.valid('header')), files: filesGiven(version.ledger, data, 'data', scope) }
    return outcome(c, version.ledger, await (await acts()).editRecord(scope, ledger, id, data, version.version, clock, along))
  })
  routes.openapi(remove, async (c) => {
    const { ledger, id } = c.req.valid('param')
    const version = await versionOf(c, ledger, id)
    if ('answer' in version) return version.answer
    const removed = await (await acts()).removeRecord(c.var.scope, ledger, id, version.version, c.var.clock, keyOf(c.req.valid('header')))
    return removed && 'record' in removed && !isRefusal(removed) ? c.body(null, 204) : outcome(c, version.ledger, removed)
  })
  routes.openapi(restore, async (c) => {
    const { ledger, id } = c.req.valid('param')
    const found = await usableOne(c.var.scope, ledger)
    if (!found) return problem(c, 404, api.notThere)
    const said = c.req.valid('header')['if-match']
    // A version may be left out, since deleting told none; what is no version is one that no record has.
    const version = said ? (versionIn(said) ?? 0) : undefined
    return outcome(
      c,
      found.ledger,
      await (await acts()).restoreRecord(c.var.scope, ledger, id, version, c.var.clock, keyOf(c.req.valid('header'))),
    )
  })
  return routes
}
