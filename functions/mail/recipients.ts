import type { Holder } from '../../shared/duty.ts'
import type { Lang } from '../../shared/names.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { sees } from '../../shared/scope.ts'
import { readLanguages } from '../store/languages.ts'
import { listPeople, type Person } from '../store/people.ts'

/** Whoever may get mail of the platform, with what mail needs of him. */
export type Reader = Pick<Person, 'id' | 'name' | 'email' | 'role' | 'office' | 'desks' | 'bounced'> & { lang: Lang }

/** Everybody with a working account. The county leader reads the county's figures himself and is never written to. */
export async function readersOfMail(): Promise<Reader[]> {
  const people = await listPeople('system')
  const working = people.filter((person) => !person.disabled && person.role !== 'leader')
  const languages = await readLanguages(working.map(({ id }) => id))
  return working.map((person) => ({ ...person, lang: languages.get(person.id) ?? person.lang ?? 'zh' }))
}

/**
 * The people behind a seat: the accounts of an office, those at a desk of the county office (its administrators when nobody sits there),
 * or one person. Empty for an office without accounts.
 */
export function peopleAt(holder: Holder, people: Reader[]): Reader[] {
  if (holder.kind === 'person') return people.filter((person) => person.id === holder.id)
  if (holder.kind !== 'county') return people.filter((person) => person.office.kind === holder.kind && person.office.id === holder.id)
  const county = people.filter((person) => person.office.kind === 'county')
  const { desk } = holder
  if (desk === undefined) return county
  const seated = county.filter((person) => person.desks?.includes(desk))
  return seated.length > 0 ? seated : county.filter((person) => person.role === 'admin')
}

/** True when the person could open the record himself: nobody is written to about what is kept from him. */
export function mayRead({ id, name, role, office, desks }: Reader, { readers }: Pick<LedgerRecord, 'readers'>): boolean {
  return sees({ person: id, name, role, office, ...(desks ? { desks } : {}) }, readers)
}

/** An office as a token of its own, `unit:water`; everybody at the county is one office. */
export function officeToken(holder: Pick<Holder, 'kind' | 'id'>): string {
  return holder.kind === 'county' ? 'county' : `${holder.kind}:${holder.id}`
}
