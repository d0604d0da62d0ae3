import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import { Key, Label } from '../../shared/definition/names.ts'
import { papersOf } from '../../shared/papers/standing.ts'
import type { Scope } from '../../shared/scope.ts'
import { api } from '../../shared/words/api.ts'
import { paperWords, tooManyPapers } from '../../shared/words/papers.ts'
import { disposition } from '../files/disposition.ts'
import { eachRef } from '../store/each.ts'
import { type PaperJob, readPaperJob, writePaperJob } from '../store/paper-jobs.ts'
import { begin } from '../work/call.ts'
import { type Area, answers, area, body } from './area.ts'
import { filters, listQuery, paging } from './filters.ts'
import { noteDone } from './note.ts'
import { problem, refused } from './problem.ts'
import { questioned, questionFaults } from './question.ts'
import { Place, RecordId } from './record-shapes.ts'
import { createRoute } from './route.ts'
import { usableOne } from './usable.ts'

/** Records of one job. */
const MOST = 5000
/** How long the address of a package works. */
const SECONDS = 300

const Told = z.object({
  id: z.string(),
  ledger: z.string(),
  paper: z.string(),
  label: Label,
  state: z.enum(['running', 'done']),
  progress: z.object({ done: z.number(), of: z.number() }),
  left: z.number().meta({ description: 'Records of which the paper cannot be made as they stand.' }),
  files: z.array(z.object({ name: z.string(), papers: z.number() })).meta({ description: 'Packages that lie ready, for a day.' }),
})
const query = z.strictObject({ ...filters, sort: paging.sort })
const post = createRoute({
  method: 'post',
  path: '/api/paper-jobs/{ledger}/{paper}',
  tags: ['papers'],
  summary: 'Make a paper of each of many records',
  description:
    'Of the records that a list finds, or of these (`ids`): up to 5,000, made behind the request in packages of 200. `Location` tells how far it is.',
  request: {
    params: Place.extend({ paper: Key }),
    query,
    body: body(z.strictObject({ ids: z.array(RecordId).min(1).max(MOST).optional(), as: z.enum(['files', 'one']).default('files') })),
  },
  responses: answers(202, 'It has begun.', () => Told),
})
const params = z.object({ id: RecordId })
const get = createRoute({
  method: 'get',
  path: '/api/paper-jobs/{id}',
  tags: ['papers'],
  summary: 'How far the papers of many records are',
  request: { params },
  responses: answers(200, 'For whoever asked for them.', () => Told),
})
const file = createRoute({
  method: 'get',
  path: '/api/paper-jobs/{id}/files/{part}',
  tags: ['papers'],
  summary: 'A package of papers',
  request: { params: params.extend({ part: z.coerce.number().int().min(1).max(100) }) },
  responses: answers(303, 'A short-lived address of the file.'),
})

/** Papers of more records than one request can make. */
export function paperJobs(): Area {
  const routes = area(questioned(query))
  routes.openapi(post, async (c) => {
    const { scope, clock } = c.var
    const { ledger: key, paper: name } = c.req.valid('param')
    const found = await usableOne(scope, key)
    const papers = found ? papersOf(found.ledger) : {}
    const paper = Object.hasOwn(papers, name) ? papers[name] : undefined
    if (!found || !paper || paper.of !== undefined) return problem(c, 404, api.notThere)
    const { ids: given, as } = c.req.valid('json')
    const asked = c.req.valid('query')
    const wanted = { ...listQuery(asked), sort: asked.sort ?? 'number' }
    const refusal = await questionFaults([found.ledger], wanted)
    if (refusal) return refused(c, refusal)
    const ids = new Set(given)
    if (!given)
      for await (const ref of eachRef(scope, found.ledger, wanted, clock.today)) {
        if (ids.size === MOST) return problem(c, 422, tooManyPapers(MOST))
        ids.add(ref.id)
      }
    if (ids.size === 0) return problem(c, 422, paperWords.none)
    const job: PaperJob = {
      id: `pj${randomBytes(12).toString('hex')}`,
      ledger: key,
      paper: name,
      label: paper.label,
      as,
      ids: [...ids],
      by: scope,
      at: clock.now.toISOString(),
      today: clock.today,
      state: 'running',
      done: 0,
      seen: 0,
      left: 0,
      files: [],
      lease: 0,
    }
    await writePaperJob(job)
    await noteDone(c, 'paper', `${key}/${name}`)
    await begin({ kind: 'papers', id: job.id })
    c.header('Location', `/api/paper-jobs/${job.id}`)
    return c.json(told(job), 202)
  })
  routes.openapi(get, async (c) => {
    const job = await own(c.var.scope, c.req.valid('param').id)
    return job ? c.json(told(job)) : problem(c, 404, api.notThere)
  })
  routes.openapi(file, async (c) => {
    const { id, part } = c.req.valid('param')
    const found = (await own(c.var.scope, id))?.files[part - 1]
    if (!found) return problem(c, 404, api.notThere)
    const { addressOf } = await import('../files/s3.ts')
    const how = { ResponseContentDisposition: disposition(found.name), ResponseContentType: found.type }
    return c.redirect(await addressOf(found.key, how, SECONDS), 303)
  })
  return routes
}

/** A job is for whoever asked for it, in the office for which he did. */
async function own({ person, office }: Scope, id: string): Promise<PaperJob | null> {
  const job = await readPaperJob(id)
  return job?.by.person === person && job.by.office.kind === office.kind && job.by.office.id === office.id ? job : null
}

function told({ id, ledger, paper, label, state, seen, ids, left, files }: PaperJob) {
  const packages = files.map(({ name, papers }) => ({ name, papers }))
  return { id, ledger, paper, label, state, progress: { done: seen, of: ids.length }, left, files: packages }
}
