import type { Context } from 'hono'
import type * as z from 'zod'
import { actorOf } from '../../shared/engine/moved.ts'
import { api } from '../../shared/words/api.ts'
import { definition } from '../catalogue.ts'
import { undoBegun, undoRefused } from '../sheets/undoing.ts'
import { pastImports } from '../store/import-history.ts'
import { readPart } from '../store/import-parts.ts'
import { type ImportJob, isOpen, isOwn, readImport } from '../store/imports.ts'
import { begin } from '../work/call.ts'
import { type Area, area, type Env } from './area.ts'
import { handedOver } from './attachment.ts'
import { list, looks, original, type Past, undo } from './import-shapes.ts'
import { toldWhole } from './import-told.ts'
import { noteDone } from './note.ts'
import { problem } from './problem.ts'

// What stores rows is loaded by the requests that need it.
const carrying = () => import('../sheets/carry-on.ts')
/** So long a request works at taking an import back; what is over is carried on behind it. */
const INLINE_MS = 14_000

/** Imports that were: which there were, their files again, and taking one back. */
export function pastImportRoutes(): Area {
  const routes = area()
  routes.openapi(list, async (c) => {
    const { limit, cursor } = c.req.valid('query')
    const { data, next } = await pastImports(c.var.scope, limit, cursor)
    return c.json({ data: data.map((job) => past(job, c)), ...(next ? { next } : {}) })
  })
  routes.openapi(looks, async (c) => {
    const job = await readImport(c.var.scope, c.req.valid('param').id)
    if (!job || !isOwn(c.var.scope, job)) return problem(c, 404, api.notThere)
    const part = await readPart(job, 'SEEN')
    return c.json({ data: job.refusal?.sheets ?? (part ? JSON.parse(part.toString()) : []) })
  })
  routes.openapi(original, async (c) => {
    const job = await readImport(c.var.scope, c.req.valid('param').id)
    const file = job && isOwn(c.var.scope, job) && keptUntil(job) > c.var.clock.now ? await (await carrying()).originalOf(job) : null
    return job && file ? handedOver(c, file) : problem(c, 404, api.notThere)
  })
  routes.openapi(undo, async (c) => {
    const { scope, clock, now } = c.var
    const job = await readImport(scope, c.req.valid('param').id)
    const found = job && (await definition(scope, job.ledger))
    if (!job || !found) return problem(c, 404, api.notThere)
    const refusal = undoRefused(job, scope)
    if (refusal) return problem(c, refusal.status, refusal.sentence)
    const begun = await undoBegun(job, scope, clock)
    const done = begun.mine ? await (await carrying()).carryOn(begun.job, now, INLINE_MS) : ((await readImport(scope, job.id)) ?? job)
    if (begun.mine) await noteDone(c, 'import.undo', `${job.ledger}:${job.id}`)
    if (begun.mine && isOpen(done)) await begin({ kind: 'import', id: job.id })
    c.header('Location', `/api/imports/${job.id}`)
    return c.json(await toldWhole(done, c), isOpen(done) ? 202 : 200)
  })
  return routes
}

const keptUntil = ({ createdAt, fileDays = 30 }: ImportJob): Date => new Date(Date.parse(createdAt) + fileDays * 86_400_000)

function past(job: ImportJob, c: Context<Env>): z.infer<typeof Past> {
  const { id, ledger, name, createdAt, scope, state, progress, counts, undo } = job
  const { repeats = 0, ...rest } = counts
  const own = isOwn(c.var.scope, job)
  const taken = undo && {
    undone: undo.undone,
    left: undo.left,
    undo: { state: undo.state, at: undo.at, by: actorOf(undo.by), progress: undo.progress },
  }
  return {
    id,
    ledger,
    name,
    at: createdAt,
    by: actorOf(scope),
    state,
    progress,
    ...rest,
    repeats,
    ...(own && job.traced && keptUntil(job) > c.var.clock.now ? { file: keptUntil(job).toISOString() } : {}),
    ...taken,
    may: { undo: !undo && progress.of > 0 && undoRefused(job, c.var.scope) === null },
  }
}
