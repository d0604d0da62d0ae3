import type { Scope } from '../../shared/scope.ts'

/** Whose book of papers somebody writes in: the county's, or his township's. Units and deputies have none here. */
export function organOf({ office }: Scope): string | null {
  if (office.kind === 'county') return 'county'
  return office.kind === 'township' ? `township:${office.id}` : null
}
