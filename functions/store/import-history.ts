import type { Scope } from '../../shared/scope.ts'
import { at } from './at.ts'
import { type ImportJob, mayKnow } from './imports.ts'
import { queryPage } from './table.ts'

/**
 * Imports that were to store something, newest first: those of the caller's office, for the county's administrator those of every office. `before`: the id of the
 * last one that was told.
 */
export async function pastImports(scope: Scope, limit: number, before?: string): Promise<{ data: ImportJob[]; next?: string }> {
  const { role, office } = scope
  const where =
    role === 'admin' ? { index: 'g2' as const, pk: at('IMPORTS') } : { index: 'g1' as const, pk: at('IMPORTS', office.kind, office.id) }
  const asked = limit + (before ? 2 : 1)
  const { items } = await queryPage<{ job: ImportJob; lease: number }>({
    ...where,
    newest: true,
    limit: asked,
    ...(before ? { to: before } : {}),
  })
  const found = items.map(({ job, lease }) => ({ ...job, lease })).filter(({ id }) => id !== before)
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const data = page.filter((job) => mayKnow(scope, job))
  return found.length > limit && last ? { data, next: last.id } : { data }
}
