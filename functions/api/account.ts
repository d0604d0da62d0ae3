import { type Label, labelled } from '../../shared/names.ts'
import { highest, type Post, postsOf } from '../../shared/post.ts'
import type { Role } from '../../shared/scope.ts'
import { accountWords } from '../../shared/words/account.ts'
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
  const { stampedAt, lang, disabled, office, posts, ...rest } = person
  return {
    ...rest,
    ...tellPosts(person),
    office: { ...office, name: labelled(officeOf(office, offices)?.name, office.id) },
    disabled: disabled === true,
  }
}

/** The posts of somebody in an office that has any, with the highest as the one; nothing for deputies and the county's leaders. */
export function tellPosts(person: Person): { post?: Post; posts?: Post[] } {
  const held = postsOf(person)
  return hasPosts(person) ? { post: highest(held), posts: held } : {}
}

const hasPosts = ({ role, office }: Pick<Person, 'role' | 'office'>): boolean => office.kind !== 'deputy' && role !== 'leader'

/** The posts that a body gives: `post` is one alone, null none; undefined when it says nothing of them. */
export function givenPosts({ post, posts }: GivenPosts): Post[] | undefined {
  return posts ?? (post === undefined ? undefined : post === null ? [] : [post])
}

export type GivenPosts = { post?: Post | null | undefined; posts?: Post[] | undefined }

export function officeOf({ kind, id }: Person['office'], offices: Office[]): Office | undefined {
  return offices.find((office) => office.kind === kind && office.id === id)
}

/** What is wrong with a role in an office: the office must exist and be of the role's kind; and with posts, where there are none. */
export function accountFault(
  { role, office, posts }: Pick<Person, 'role' | 'office' | 'posts'>,
  offices: Office[],
): { path: string; sentence: Label } | null {
  const found = officeOf(office, offices)
  if (!found || found.closed) return { path: 'office', sentence: accountWords.closedOffice }
  if (homes[role] !== office.kind) return { path: 'role', sentence: accountWords.roleOffice }
  return posts?.length && !hasPosts({ role, office }) ? { path: 'post', sentence: accountWords.noPosts } : null
}
