import type { OfficeKind } from './duty.ts'

export type Role = 'admin' | 'county' | 'leader' | 'clerk' | 'liaison' | 'deputy'
export const roles: Role[] = ['admin', 'county', 'leader', 'clerk', 'liaison', 'deputy']

/** Who asks, and for which office: the first argument of everything that reads or writes. `township` is set for townships (their own id) and deputies. */
export type Scope = {
  person: string
  name: string
  role: Role
  office: { kind: OfficeKind; id: string }
  township?: string
  /** Desks of the county office; an administrator sits at every desk. */
  desks?: string[]
  /** On whose behalf, when the caller stands in for several possible principals. */
  for?: string
  /** He came with a link of a mail, and no session. */
  via?: 'mail'
  /** The county whose records these are, as every key of them begins; absent in what was stored before counties shared a deployment. */
  county?: string
  /** The engine itself: takes only what is `by: system`, and sees everything. */
  system?: true
}

/** The desk of the county office that brings registers in. */
export const REGISTERS = 'registers'

/**
 * True for who brings in what long happened, in every state: the county's administrator, its desk for registers, and anybody of a county office that sits at no
 * desk.
 */
export function bringsHistory({ role, office, desks = [] }: Scope): boolean {
  if (office.kind !== 'county' || role === 'leader') return false
  return role === 'admin' || desks.length === 0 || desks.includes(REGISTERS)
}

/** Tokens that the scope carries; a record is visible when they meet its readers (rule 19). */
export function tokens(scope: Scope): string[] {
  const { kind, id } = scope.office
  const own = kind === 'county' ? ['county', ...(scope.desks ?? []).map((desk) => `county:${desk}`)] : [`${kind}:${id}`]
  const any = { county: [], township: ['anyTownship'], unit: ['anyUnit'], deputy: ['anyDeputy'] }[kind]
  return [...own, ...any, `person:${scope.person}`, 'public']
}

/** True when the scope may read something with these reader tokens. The county leader reads everything of his county; an administrator sits at every desk. */
export function sees(scope: Scope, readers: string[]): boolean {
  if (scope.role === 'leader' || scope.system) return true
  const mine = tokens(scope)
  return readers.some((reader) => mine.includes(reader) || (scope.role === 'admin' && reader.startsWith('county:')))
}
