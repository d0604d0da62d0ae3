import * as z from 'zod'
import { placeOfPages } from '../../shared/engine/come-back.ts'
import { heading } from '../../shared/heading.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { backWords } from '../../shared/words/papers.ts'
import { readRecord } from '../store/records.ts'
import { world } from '../world.ts'
import { type Area, answers, area, body } from './area.ts'
import { fileId, filesGiven } from './linked-files.ts'
import { outcome } from './outcome.ts'
import { problem } from './problem.ts'
import { Keyed, keyOf, Place, RecordId, recordShape } from './record-shapes.ts'
import { createRoute } from './route.ts'
import { usableOne } from './usable.ts'

const params = Place.extend({ id: RecordId })
const tags = ['papers']
const get = createRoute({
  method: 'get',
  path: '/api/returned-pages/{ledger}/{id}',
  tags,
  summary: 'Which record the code on a page leads to, and whether the caller may attach pages to it',
  request: { params },
  responses: answers(200, 'The record in short; `why` where no pages may be attached.', () =>
    z.object({
      ledger: z.string(),
      id: z.string(),
      number: z.string().optional(),
      heading: z.string(),
      state: z.string(),
      township: z.string().nullable(),
      possible: z.boolean(),
      why: z.string().optional(),
    }),
  ),
})
const post = createRoute({
  method: 'post',
  path: '/api/returned-pages/{ledger}/{id}',
  tags,
  summary: 'Attach pages that came back on paper',
  description:
    'By the office that owns the record, the county’s, or whoever owes or owed something on it. They are laid to what it holds already, and an event `scan` tells of them.',
  request: { params, headers: Keyed, body: body(z.strictObject({ files: z.array(z.string().regex(fileId)).min(1).max(20) })) },
  responses: answers(200, 'The record.', recordShape),
})

/** Paper comes back: pages that bear the code of a record. */
export function returnedPages(): Area {
  const routes = area()
  routes.openapi(get, async (c) => {
    const { scope } = c.var
    const { ledger: key, id } = c.req.valid('param')
    const [found, record] = await Promise.all([usableOne(scope, key), readRecord(scope, key, id)])
    if (!found || !record) return problem(c, 404, backWords.unknown)
    const place = placeOfPages(found.ledger, record, scope, await world())
    return c.json({
      ledger: key,
      id,
      ...(record.number ? { number: record.number } : {}),
      heading: heading(found.ledger, record),
      state: record.state,
      township: record.township,
      ...(isRefusal(place) ? { possible: false, why: place.sentence[c.var.lang] } : { possible: true }),
    })
  })
  routes.openapi(post, async (c) => {
    const { scope, clock } = c.var
    const ref = c.req.valid('param')
    const { files } = c.req.valid('json')
    const [found, record] = await Promise.all([usableOne(scope, ref.ledger), readRecord(scope, ref.ledger, ref.id)])
    if (!found || !record) return problem(c, 404, backWords.unknown)
    const place = placeOfPages(found.ledger, record, scope, await world())
    const held = filesGiven(found.ledger, isRefusal(place) ? {} : { [place]: files }, 'given', scope)
    const named = { ...held, faults: async (present: typeof record | null) => (await held.faults(present)).map(atFiles) }
    const { laidPages } = await import('../transact.ts')
    return outcome(c, found.ledger, await laidPages(scope, ref, files, clock, { ...keyOf(c.req.valid('header')), files: named }))
  })
  return routes
}

/** The caller knows no fields: he gave files. */
const atFiles = <F extends { path: string }>(fault: F): F => ({ ...fault, path: fault.path.replace(/^given\.[^.]+/, 'files') })
