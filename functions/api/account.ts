import type { Label } from '../../shared/names.ts'
import type { Role } from '../../shared/scope.ts'
import { api } from '../../shared/words/api.ts'
import type { Office } from '../../shared/world.ts'
import type { Person } from '../store/people.ts'

const homes: Record<Role, Office['kind']> = {
  admin: 'county',
  county: 'county',
  leader: 'county',
  clerk: 'township',
  liaison: 'unit',
  deputy: 'deputy',
}

/** An account as the API tells it: the person with the name of the office, without what concerns sessions. */
export function accountAnswer(person: Person, offices: Office[]) {
  const { stampedAt, lang, disabled, office, ...rest } = person
  return {
    ...rest,
    office: { ...office, name: officeOf(office, offices)?.name ?? { zh: office.id, en: office.id } },
    disabled: disabled === true,
  }
}

export function officeOf({ kind, id }: Person['office'], offices: Office[]): Office | undefined {
  return offices.find((office) => office.kind === kind && office.id === id)
}

/** What is wrong with a role in an office: the office must exist and be of the role's kind. */
export function accountFault(
  { role, office }: Pick<Person, 'role' | 'office'>,
  offices: Office[],
): { path: string; sentence: Label } | null {
  const found = officeOf(office, offices)
  if (!found || found.closed) return { path: 'office', sentence: api.closedOffice }
  return homes[role] === office.kind ? null : { path: 'role', sentence: api.roleOffice }
}
