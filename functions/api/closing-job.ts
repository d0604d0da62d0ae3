import type { Context } from 'hono'
import * as z from 'zod'
import { heirOf } from '../../shared/engine/heir.ts'
import type { Label } from '../../shared/names.ts'
import { oneLine } from '../../shared/text.ts'
import { api } from '../../shared/words/api.ts'
import { endings } from '../../shared/words/endings.ts'
import { type Closing, leaseClosing, writeClosing } from '../store/closings.ts'
import type { StoredOffice } from '../store/offices.ts'
import { begin } from '../work/call.ts'
import { LEASE_MS } from '../work/hold.ts'
import type { Env } from './area.ts'

// Seldom needed, and long: loaded by who closes an office.
const work = () => import('../closing/carry-on.ts')
export const previews = () => import('../closing/preview.ts')

export const tags = ['offices']
export const kinds = ['township', 'unit'] as const
export const Reason = z.string().overwrite(oneLine).min(1).max(500)
export const Preview = z.object({
  duties: z.number().int(),
  records: z.number().int(),
  people: z.number().int(),
  notices: z.number().int().meta({ description: 'Reminders planned for these duties within thirty days.' }),
})
export const Progress = z.object({
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

const INLINE_MS = 10_000

/** The closing as far as it comes within this request; the rest is done behind it. */
export async function carried(c: Context<Env>, closing: Closing): Promise<Closing> {
  const now = c.var.now().now.getTime()
  const mine = await leaseClosing(closing.id, now, now + LEASE_MS)
  if (!mine) return closing
  const done = await (await work()).carryOn(mine, c.var.now, INLINE_MS)
  if (done.state === 'running') await begin({ kind: 'closing', id: done.id })
  return done
}

/** What was left is tried again by whoever asks again; `whole`: all of it, since more may have come. */
export async function again(closing: Closing, now: Date, { whole = false } = {}): Promise<Closing> {
  const over = closing.state === 'done' && (whole || (closing.left ?? []).length > 0)
  return over ? writeClosing({ ...closing, state: 'running', failures: 0, lease: now.getTime() }) : closing
}

/** The work as it is told: how far it is, and what could not be handed over. */
export function told(
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
export function successorFault(
  offices: StoredOffice[],
  office: StoredOffice,
  into: string | { id: string; name: Label } | undefined,
): Label | null {
  if (into === undefined) return null
  const id = typeof into === 'object' ? into.id : into
  const found = offices.find((one) => one.kind === office.kind && one.id === id)
  if (id === office.id || (found && heirOf({ offices }, office.kind, id) === office.id)) return endings.successorItself
  if (typeof into === 'object') return found && found.name.zh !== into.name.zh ? api.officeTaken : null
  return found && !found.closed ? null : endings.successorUnknown
}
