import type { Context } from 'hono'
import { mayImport } from '../../shared/engine/rights.ts'
import type { RowFault } from '../../shared/importing/read-rows.ts'
import { api } from '../../shared/words/api.ts'
import { fileWords } from '../../shared/words/file-faults.ts'
import { tooLarge } from '../../shared/words/sheets.ts'
import { isFault } from '../sheets/fault.ts'
import { readFaults } from '../sheets/faults.ts'
import type { Sent } from '../sheets/import.ts'
import { maxBytes } from '../sheets/limits.ts'
import { fileById } from '../store/files.ts'
import { type ImportJob, isOpen, isOwn, readImport, wakeImport } from '../store/imports.ts'
import { begin } from '../work/call.ts'
import { liesIdle } from '../work/take-over.ts'
import { type Area, area, type Env } from './area.ts'
import { attachment, handedOver } from './attachment.ts'
import { answersOf, choicesOf, headingsOf, valuesOf } from './import-columns.ts'
import { blank, errors, get, post } from './import-shapes.ts'
import { told, toldWhole } from './import-told.ts'
import { noteDone } from './note.ts'
import { pastImportRoutes } from './past-imports.ts'
import { problem, wrong } from './problem.ts'
import { usableOne } from './usable.ts'

// Libraries for sheets are loaded by the requests that need them, not by every cold start.
const taking = () => import('../sheets/import.ts')
const papers = () => import('../sheets/papers.ts')

/** Imports: a whole file checked first, then stored; long ones are told by their progress. */
export function importRoutes(): Area {
  const routes = area()
  routes.openapi(post, async (c) => {
    const { scope } = c.var
    const found = await usableOne(scope, c.req.valid('param').ledger)
    if (!found) return problem(c, 404, api.notThere)
    if (!mayImport(found.ledger, scope)) return problem(c, 403, api.mayNot)
    const dryRun = c.req.valid('query').dryRun === 'true'
    const isForm = (c.req.header('content-type') ?? '').startsWith('multipart/form-data')
    const said = await answersOf(found.ledger, isForm ? c.req.valid('form').columns : c.req.valid('json').columns, scope, c.var.lang)
    const chosen = choicesOf(isForm ? c.req.valid('form').choices : c.req.valid('json').choices, c.var.lang)
    const marked = headingsOf(isForm ? c.req.valid('form').headings : c.req.valid('json').headings, c.var.lang)
    const meant = valuesOf(isForm ? c.req.valid('form').values : c.req.valid('json').values, c.var.lang)
    if ('errors' in said) return problem(c, 422, api.badInput, said)
    if ('errors' in marked) return problem(c, 422, api.badInput, marked)
    if ('errors' in chosen) return problem(c, 422, api.badInput, chosen)
    if ('errors' in meant) return problem(c, 422, api.badInput, meant)
    const sent = { ledger: found.ledger, dryRun, ...said, ...chosen, ...marked, ...meant }
    return isForm ? direct(c, sent, c.req.valid('form').file) : uploaded(c, sent, c.req.valid('json').file)
  })
  routes.openapi(get, async (c) => {
    const job = await readImport(c.var.scope, c.req.valid('param').id)
    if (!job) return problem(c, 404, api.notThere)
    // Whoever asks after an import at which nobody has been at work for a while wakes it.
    const now = c.var.clock.now.getTime()
    if (isOpen(job) && liesIdle(job, now) && (await wakeImport(job, now))) await begin({ kind: 'import', id: job.id })
    return c.json(await toldWhole(job, c))
  })
  routes.openapi(errors, async (c) => {
    const job = await readImport(c.var.scope, c.req.valid('param').id)
    const found = job && isOwn(c.var.scope, job) && (await usableOne(c.var.scope, job.ledger))
    const file = job && found && (await (await papers()).marked(job, found.ledger, await readFaults(job), c.var.lang))
    return file ? handedOver(c, file) : problem(c, 404, api.notThere)
  })
  routes.openapi(blank, async (c) => {
    const found = await usableOne(c.var.scope, c.req.valid('param').ledger)
    return found
      ? attachment(c, await (await papers()).template(found.ledger, c.var.scope, c.var.clock.today, c.var.lang))
      : problem(c, 404, api.notThere)
  })
  routes.include(pastImportRoutes())
  return routes
}

type Asked = Omit<Sent, 'name'>

async function direct(c: Context<Env>, asked: Asked, file: unknown): Promise<Response> {
  if (!(file instanceof File)) return wrong(c, 'file', fileWords.absent)
  if (file.size > maxBytes.direct) return problem(c, 413, tooLarge(4))
  const { scope, now } = c.var
  const { importBytes } = await taking()
  const outcome = await importBytes({ ...asked, name: file.name }, new Uint8Array(await file.arrayBuffer()), scope, now)
  if (!isFault(outcome)) return answered(c, outcome.job, outcome.rejected)
  if (outcome.status !== 422) return problem(c, outcome.status, outcome.sentence)
  const faults = outcome.faults ?? [{ path: 'file', message: outcome.sentence }]
  const errors = faults.map(({ path, message }) => ({ path, message: message[c.var.lang] }))
  return problem(c, 422, outcome.sentence, { errors, ...(outcome.sheets ? { sheets: outcome.sheets } : {}) })
}

async function uploaded(c: Context<Env>, asked: Asked, id: unknown): Promise<Response> {
  const file = typeof id === 'string' ? await fileById(c.var.scope, id) : null
  if (!file || file.by !== c.var.scope.person) return wrong(c, 'file', api.noFile)
  if (file.size > maxBytes.uploaded) return problem(c, 413, tooLarge(20))
  const { importUploaded } = await taking()
  return answered(c, await importUploaded({ ...asked, name: file.name }, file.id, c.var.scope, c.var.clock), [])
}

async function answered(c: Context<Env>, job: ImportJob, rejected: RowFault[]): Promise<Response> {
  if (!job.dryRun) await noteDone(c, 'import', `${job.ledger}:${job.id}`)
  if (isOpen(job)) await begin({ kind: 'import', id: job.id })
  c.header('Location', `/api/imports/${job.id}`)
  return c.json(told(job, rejected, c), isOpen(job) ? 202 : 200)
}
