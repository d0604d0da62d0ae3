import type { Holder } from '../../shared/duty.ts'
import type { Lang } from '../../shared/names.ts'
import { holding, type Post } from '../../shared/post.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { sees } from '../../shared/scope.ts'
import { listPeople, type Person } from '../store/people.ts'
import { readWishes } from '../store/wishes.ts'

/** Whoever may get mail of the platform, with what mail needs of him. */
export type Reader = Pick<Person, 'id' | 'name' | 'email' | 'role' | 'office' | 'desks' | 'posts' | 'bounced'> & {
  lang: Lang
  coSigned?: true
}

/** Everybody with a working account. */
export async function readersOfMail(): Promise<Reader[]> {
  const people = await listPeople('system')
  const working = people.filter((person) => !person.disabled)
  const wishes = await readWishes(working.map(({ id }) => id))
  return working.map((person) => ({ ...person, lang: person.lang ?? 'zh', ...wishes.get(person.id) }))
}

/** Whom a post of a seat reaches. `instead`: the post that was meant, where nobody holds it and another one is told. */
export type Reached = { readers: Reader[]; instead?: Post }

/** The people behind a seat who handle its items: the liaisons of an office, those at a desk of the county office, or one person. */
export function peopleAt(holder: Holder, people: Reader[]): Reader[] {
  return reached(holder, 'liaison', people).readers
}

/**
 * The people who hold a post in the office of a seat. At a desk of the county office only whoever sits there is meant, for any post: what a desk handles is
 * not the whole office's to read; its administrators stand in when nobody sits there. A deputy, or one person, has no posts. The county's leaders sit in no seat: rungs name them by a word of their own. Empty for an office without accounts.
 */
export function reached(holder: Holder, post: Post, people: Reader[]): Reached {
  const working = people.filter(({ role }) => role !== 'leader')
  if (holder.kind === 'person') return { readers: working.filter(({ id }) => id === holder.id) }
  const own = working.filter(({ office }) => office.kind === holder.kind && (office.kind === 'county' || office.id === holder.id))
  if (holder.kind === 'deputy') return { readers: own }
  const { desk } = holder
  if (desk === undefined) return at(post, own)
  const seated = own.filter(({ desks }) => desks?.includes(desk))
  return at(post, seated.length > 0 ? seated : own.filter(({ role }) => role === 'admin'))
}

function at(post: Post, people: Reader[]): Reached {
  const { people: readers, ...meant } = holding(post, people)
  return { readers, ...meant }
}

/** The county's leaders, to whom what is long overdue is escalated. */
export function leadersOf(people: Reader[]): Reader[] {
  return people.filter(({ role }) => role === 'leader')
}

/** True when the person could open the record himself: nobody is written to about what is kept from him. */
export function mayRead({ id, name, role, office, desks }: Reader, { readers }: Pick<LedgerRecord, 'readers'>): boolean {
  return sees({ person: id, name, role, office, ...(desks ? { desks } : {}) }, readers)
}

/** An office as a token of its own, `unit:water`; everybody at the county is one office. */
export function officeToken(holder: Pick<Holder, 'kind' | 'id'>): string {
  return holder.kind === 'county' ? 'county' : `${holder.kind}:${holder.id}`
}
