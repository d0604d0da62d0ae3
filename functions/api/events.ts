import * as z from 'zod'
import { Key } from '../../shared/definition/names.ts'
import { hiddenFields } from '../../shared/engine/readers.ts'
import type { EventAnswer } from '../../shared/wire.ts'
import { api } from '../../shared/words/api.ts'
import { readWhole } from '../store/records.ts'
import { world } from '../world.ts'
import { type Area, answers, area, body } from './area.ts'
import { checkChain } from './chain.ts'
import { filesGiven, filesOf } from './linked-files.ts'
import { outcome } from './outcome.ts'
import { problem } from './problem.ts'
import { Data, Happened, keyOf, Place, Reason, RecordId, recordShape, VersionedOnce } from './record-shapes.ts'
import { createRoute } from './route.ts'
import { tellEvent } from './tell-event.ts'
import { usableOne } from './usable.ts'
import { versionOf } from './version.ts'

// Reading needs nothing of what writing does.
const acts = () => import('../transact.ts')
const MOST_BYTES = 4_500_000
const tags = ['events']
const params = Place.extend({ id: RecordId })
const list = createRoute({
  method: 'get',
  path: '/api/records/{ledger}/{id}/events',
  tags,
  summary: 'What happened to a record',
  request: {
    params,
    query: z.strictObject({
      cursor: z
        .string()
        .regex(/^\d{1,6}$/)
        .optional(),
    }),
  },
  responses: answers(
    200,
    [
      'Oldest first, chained by hash; `next` only where the whole would be too much for one answer. `chain` judges all of them, hidden fields too.',
      'To check it yourself: `hash` is the SHA-256 of the canonical JSON (RFC 8785) of the event without `hash`, `changes`, `said` and `keys`; every value',
      'told is among `commits`, as HMAC-SHA-256 under its key in `keys`, as text, of the canonical JSON of `["changes" or "said", field, value]`.',
      'Events of form 1, from an earlier release, hold their values instead of `commits`; their `hash` and `prev` are empty for whom a field is hidden.',
      'On a `bridge`, the first of form 2 after them, `prev` is not in the hash but committed to as `["prev", "", prev]`.',
    ].join(' '),
    async () => (await import('../../shared/wire.ts')).EventsAnswer,
  ),
})
const Step = z.strictObject({ transition: Key, given: Data.default({}), for: RecordId.optional(), ...Happened })
const post = createRoute({
  method: 'post',
  path: '/api/records/{ledger}/{id}/events',
  tags,
  summary: 'Take a transition',
  request: { params, headers: VersionedOnce, body: body(Step) },
  responses: answers(200, 'The record afterwards.', recordShape),
})

const undo = createRoute({
  method: 'post',
  path: '/api/records/{ledger}/{id}/undo',
  tags,
  summary: 'Take back the last act',
  description:
    'By whoever took it, or the county, for three working days and until somebody else has acted (409). An event `undo` tells of it; state, fields and duties are as before, and what the act created is gone where nobody has touched it (409 otherwise).',
  request: { params, headers: VersionedOnce, body: body(z.strictObject({ reason: Reason })) },
  responses: answers(200, 'The record afterwards.', recordShape),
})

/** Events of a record: reading them, and taking the transitions that make them. */
export function eventRoutes(): Area {
  const routes = area()
  routes.openapi(list, async (c) => {
    const { scope } = c.var
    const { ledger, id } = c.req.valid('param')
    const found = await usableOne(scope, ledger)
    const whole = found && (await readWhole(scope, ledger, id))
    if (!found || !whole) return problem(c, 404, api.notThere)
    const county = await world()
    const hidden = hiddenFields(found.ledger, whole.record, scope, county)
    const after = Number(c.req.valid('query').cursor ?? 0)
    const told = whole.events.filter((event) => event.seq > after).map((event) => tellEvent(event, hidden, whole.record.secret))
    const files = await filesOf(found.ledger, whole.record, { scope, world: county }, whole.events)
    return c.json({ ...fitting(told), files, chain: checkChain(whole.record, whole.events) })
  })
  routes.openapi(post, async (c) => {
    const { scope, clock } = c.var
    const { ledger, id } = c.req.valid('param')
    const { for: principal, ...taken } = c.req.valid('json')
    const { given } = taken
    const version = await versionOf(c, ledger, id)
    if ('answer' in version) return version.answer
    const step = { ...taken, ...(principal ? { for: principal } : {}) }
    const along = { ...keyOf(c.req.valid('header')), files: filesGiven(version.ledger, given, 'given', scope) }
    return outcome(c, version.ledger, await (await acts()).take(scope, ledger, id, step, version.version, clock, along), taken.transition)
  })
  routes.openapi(undo, async (c) => {
    const { scope, clock } = c.var
    const { ledger, id } = c.req.valid('param')
    const { reason } = c.req.valid('json')
    const version = await versionOf(c, ledger, id)
    if ('answer' in version) return version.answer
    const undone = await (await acts()).undoRecord(scope, ledger, id, reason, version.version, clock, keyOf(c.req.valid('header')))
    return outcome(c, version.ledger, undone)
  })
  return routes
}

/** As many events as one answer of Lambda holds. */
function fitting(events: EventAnswer[]): { data: EventAnswer[]; next?: string } {
  const data: EventAnswer[] = []
  let bytes = 0
  for (const event of events) {
    bytes += Buffer.byteLength(JSON.stringify(event))
    if (bytes > MOST_BYTES && data.length > 0) break
    data.push(event)
  }
  const last = data.at(-1)
  return last && data.length < events.length ? { data, next: String(last.seq) } : { data }
}
