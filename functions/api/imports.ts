import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { mayImport } from '../../shared/engine/rights.ts'
import type { RowFault } from '../../shared/importing/read-rows.ts'
import { api } from '../../shared/words/api.ts'
import { fileWords, tooLarge } from '../../shared/words/sheets.ts'
import { isFault } from '../sheets/fault.ts'
import { maxBytes } from '../sheets/limits.ts'
import { fileById } from '../store/files.ts'
import { type ImportJob, isOpen, readImport, readPart, stirImport } from '../store/imports.ts'
import { answers, area, type Env } from './area.ts'
import { attachment } from './attachment.ts'
import { noteDone } from './note.ts'
import { problem, wrong } from './problem.ts'
import { Place, RecordId } from './record-shapes.ts'
import { usableOne } from './usable.ts'

// Libraries for sheets are loaded by the requests that need them, not by every cold start.
const taking = () => import('../sheets/import.ts')
const papers = () => import('../sheets/papers.ts')

const IDLE_MS = 90_000
/** Lambda answers 6 MB at most. */
const MOST_FAULTS = 10_000
const tags = ['sheets']
const Fault = z.object({ row: z.number().int(), path: z.string(), message: z.string() })
const Result = z
  .object({
    id: z.string(),
    ledger: z.string(),
    dryRun: z.boolean(),
    state: z.enum(['checking', 'storing', 'done', 'refused']),
    progress: z.object({ done: z.number(), of: z.number() }),
    rows: z.number(),
    created: z.number(),
    updated: z.number(),
    unchanged: z.number(),
    rejected: z.array(Fault).openapi({
      description: 'Every fault of every row; the row as the spreadsheet numbers it, the heading being 1. The first 10,000 are told.',
    }),
    ignored: z.array(z.string()).openapi({
      description:
        'Headings that the ledger does not know, or whose cells were left alone: the caller does not see these fields on what stands there.',
    }),
  })
  .openapi('Import')
const One = z.object({ id: RecordId })

const post = createRoute({
  method: 'post',
  path: '/api/imports/{ledger}',
  tags,
  summary: 'Import a register from .xlsx or .csv',
  request: {
    params: Place,
    query: z.strictObject({
      dryRun: z.enum(['true', 'false']).optional().openapi({ description: 'Check and count only; nothing is stored.' }),
    }),
    body: {
      content: {
        'multipart/form-data': { schema: z.object({ file: z.any().openapi({ type: 'string', format: 'binary' }) }) },
        'application/json': {
          schema: z.strictObject({ file: z.string().max(100).openapi({ description: 'The id of an uploaded file, up to 20 MB.' }) }),
        },
      },
    },
  },
  responses: {
    ...answers(200, 'Checked, and stored when no row was rejected.', Result),
    ...answers(202, 'Goes on by itself; Location tells of its progress.', Result),
  },
})
const get = createRoute({
  method: 'get',
  path: '/api/imports/{id}',
  tags,
  summary: 'How far an import has come',
  request: { params: One },
  responses: answers(200, 'Its state and result.', Result),
})
const errors = createRoute({
  method: 'get',
  path: '/api/imports/{id}/errors',
  tags,
  summary: 'The file of a refused import with a column of reasons',
  request: { params: One },
  responses: answers(200, 'An .xlsx file.'),
})
const blank = createRoute({
  method: 'get',
  path: '/api/imports/{ledger}/template',
  tags,
  summary: 'An empty register with every heading',
  request: { params: Place },
  responses: answers(200, 'An .xlsx file.'),
})

/** Imports: a whole file checked first, then stored; long ones are told by their progress. */
export function importRoutes(): OpenAPIHono<Env> {
  const routes = area()
  routes.openapi(post, async (c) => {
    const { scope } = c.var
    const found = await usableOne(scope, c.req.valid('param').ledger)
    if (!found) return problem(c, 404, api.notThere)
    if (!mayImport(found.ledger, scope)) return problem(c, 403, api.mayNot)
    const dryRun = c.req.valid('query').dryRun === 'true'
    const isForm = (c.req.header('content-type') ?? '').startsWith('multipart/form-data')
    return isForm ? direct(c, found.ledger, dryRun, c.req.valid('form').file) : uploaded(c, found.ledger, dryRun, c.req.valid('json').file)
  })
  routes.openapi(get, async (c) => {
    const job = await readImport(c.var.scope, c.req.valid('param').id)
    if (!job) return problem(c, 404, api.notThere)
    // Whoever asks after an import at which nobody has been at work for a while wakes it.
    if (isOpen(job) && job.lease + IDLE_MS < c.var.clock.now.getTime()) await stirImport(job)
    return c.json(told(job, await faultsOf(job), c))
  })
  routes.openapi(errors, async (c) => {
    const job = await readImport(c.var.scope, c.req.valid('param').id)
    const found = job && (await usableOne(c.var.scope, job.ledger))
    const file = job && found && (await (await papers()).marked(job, found.ledger, await faultsOf(job), c.var.lang))
    return file ? attachment(c, file) : problem(c, 404, api.notThere)
  })
  routes.openapi(blank, async (c) => {
    const found = await usableOne(c.var.scope, c.req.valid('param').ledger)
    return found
      ? attachment(c, await (await papers()).template(found.ledger, c.var.scope, c.var.clock.today, c.var.lang))
      : problem(c, 404, api.notThere)
  })
  return routes
}

async function direct(c: Context<Env>, ledger: Ledger, dryRun: boolean, file: unknown): Promise<Response> {
  if (!(file instanceof File)) return wrong(c, 'file', fileWords.absent)
  if (file.size > maxBytes.direct) return problem(c, 413, tooLarge(4))
  const { scope, now } = c.var
  const { importBytes } = await taking()
  const outcome = await importBytes({ ledger, name: file.name, dryRun }, new Uint8Array(await file.arrayBuffer()), scope, now)
  if (!isFault(outcome)) return answered(c, outcome.job, outcome.rejected)
  const faults = outcome.faults ?? [{ path: 'file', message: outcome.sentence }]
  return problem(
    c,
    outcome.status,
    outcome.sentence,
    outcome.status === 422 ? { errors: faults.map(({ path, message }) => ({ path, message: message[c.var.lang] })) } : {},
  )
}

async function uploaded(c: Context<Env>, ledger: Ledger, dryRun: boolean, id: unknown): Promise<Response> {
  const file = typeof id === 'string' ? await fileById(c.var.scope, id) : null
  if (!file || file.by !== c.var.scope.person) return wrong(c, 'file', api.noFile)
  if (file.size > maxBytes.uploaded) return problem(c, 413, tooLarge(20))
  const { importUploaded } = await taking()
  return answered(c, await importUploaded({ ledger, name: file.name, dryRun }, file.id, c.var.scope, c.var.clock), [])
}

async function answered(c: Context<Env>, job: ImportJob, rejected: RowFault[]): Promise<Response> {
  if (!job.dryRun) await noteDone(c, 'import', `${job.ledger}:${job.id}`)
  c.header('Location', `/api/imports/${job.id}`)
  return c.json(told(job, rejected, c), isOpen(job) ? 202 : 200)
}

function told(
  { id, ledger, dryRun, state, progress, counts, ignored, refusal }: ImportJob,
  rejected: RowFault[],
  c: Context<Env>,
): z.infer<typeof Result> {
  const { rows, created, updated, unchanged } = counts
  const whole = refusal ? (refusal.faults ?? [{ path: 'file', message: refusal.sentence }]).map((fault) => ({ row: 1, ...fault })) : []
  const faults = [...whole, ...rejected]
    .slice(0, MOST_FAULTS)
    .map(({ row, path, message }) => ({ row, path, message: message[c.var.lang] }))
  return { id, ledger, dryRun, state, progress, rows, created, updated, unchanged, rejected: faults, ignored }
}

async function faultsOf(job: ImportJob): Promise<RowFault[]> {
  const part = job.counts.rejected > 0 ? await readPart(job, 'FAULTS') : null
  return part ? JSON.parse(part.toString()) : []
}
