import type { Field } from '../../shared/definition/field.ts'
import type { Label } from '../../shared/names.ts'

type Named = { ledger: string; id: string; number?: string; heading: string }
/** What the API tells of a link (`GET /api/acts/{token}`). */
export type Offer = {
  whose: { name: string; office: Label }
  act: { key: string; label: Label }
  until: string
  standing: 'ready' | 'signIn' | 'other'
  said?: string
  record?: Named
  duty?: { label: Label; dueOn: string | null }
  today: string
  judged?: { label: Label; answers: { key: string; field: Field; value: unknown }[]; files: string[] }
  insists?: { key: string; when: { field: string; is: string[] } }[]
  asks?: { key: string; optional: boolean; field: Field }[]
  for?: { id: string; name: Label }[]
}
export type Taken = { record: Named & { state: Label }; act: { key: string; label: Label } }

/** The secret part of the page's address. */
export function tokenIn(path: string): string {
  return path.replace(/^\/act\//, '')
}
