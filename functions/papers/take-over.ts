import type { FilledPaper } from '../../shared/papers/filled.ts'
import { papersOf } from '../../shared/papers/standing.ts'
import { catalogue } from '../catalogue.ts'
import type { Clock } from '../clock.ts'
import { putBytes } from '../files/s3.ts'
import { originHere } from '../here.ts'
import { isFault } from '../sheets/fault.ts'
import { keyOf, leasePaperJob, type PaperJob, readPaperJob, writePaperJob } from '../store/paper-jobs.ts'
import { readWhole } from '../store/records.ts'
import { LEASE_MS } from '../work/hold.ts'
import { takeOverPiece } from '../work/take-over.ts'
import { world } from '../world.ts'
import type { Maker } from './gather.ts'

/** So many records make a package, and so many a step of the progress. */
const PART = 200
const STEP = 20

/**
 * Carries papers of many records on, package by package, for about `budget` milliseconds, unless somebody else is at work on it. True when there is more to do
 * after that. What was cut off begins its package again, under the same name.
 */
export function takeOver(id: string, clock: () => Clock, budget?: number): Promise<boolean> {
  return takeOverPiece(
    {
      key: keyOf(id),
      read: () => readPaperJob(id),
      take: (now, until) => leasePaperJob(id, now, until),
      write: writePaperJob,
      isOpen: ({ state }) => state === 'running',
      carryOn,
    },
    clock,
    budget,
  )
}

async function carryOn(job: PaperJob, clock: () => Clock, budget: number): Promise<PaperJob> {
  const end = performance.now() + budget
  const maker: Maker = {
    scope: job.by,
    today: job.today,
    origin: originHere(),
    world: await world(),
    catalogue: await catalogue(job.by),
  }
  let now = job
  while (now.done < now.ids.length && performance.now() < end) {
    now = await packed(now, maker, clock)
    await writePaperJob(now)
  }
  const over = now.done >= now.ids.length
  now = { ...now, ...(over ? { state: 'done' as const } : {}), lease: over ? 0 : clock().now.getTime() }
  await writePaperJob(now)
  return now
}

/** The next package: its papers, laid into the bucket. */
async function packed(job: PaperJob, maker: Maker, clock: () => Clock): Promise<PaperJob> {
  const [{ paperOfOne }, { boundTogether, packageOf }] = await Promise.all([import('./make.ts'), import('./package.ts')])
  const ledger = maker.catalogue.get(job.ledger)?.ledger
  const paper = ledger && papersOf(ledger)[job.paper]
  if (!ledger || !paper) return { ...job, done: job.ids.length, seen: job.ids.length, left: job.ids.length }
  const part = job.done / PART
  const ids = job.ids.slice(job.done, job.done + PART)
  const made: FilledPaper[] = []
  for (const [at, id] of ids.entries()) {
    const whole = await readWhole(job.by, job.ledger, id)
    const filled = whole && (await paperOfOne(maker, ledger, paper, whole))
    if (filled && !isFault(filled)) made.push(filled)
    if (at % STEP === STEP - 1) await writePaperJob({ ...job, seen: job.done + at + 1, lease: clock().now.getTime() + LEASE_MS })
  }
  const done = job.done + ids.length
  const next = { ...job, done, seen: done, left: job.left + ids.length - made.length, lease: clock().now.getTime() + LEASE_MS }
  if (made.length === 0) return next
  const title = `${paper.label.zh} ${job.today}${job.ids.length > PART ? `（${part + 1}）` : ''}`
  const file = await (job.as === 'one' ? boundTogether(made, title) : packageOf(made, title))
  const key = `exports/${job.id}-${part + 1}`
  await putBytes(key, file.bytes, file.type)
  return { ...next, files: [...job.files, { name: file.name, type: file.type, key, papers: made.length }] }
}
