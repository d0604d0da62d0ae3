import type { Context } from 'hono'
import { api } from '../../shared/words/api.ts'
import type { Person } from '../store/people.ts'
import type { Env } from './area.ts'
import { problem } from './problem.ts'

/** The header that says whose a request, or an answer, is. */
export const PERSON = 'X-Person'
/** The methods that change something. */
export const changing = ['POST', 'PUT', 'PATCH', 'DELETE']

/**
 * Refuses (409) a change that was made for somebody else than who is signed in: in one browser, a tab left open under another account would write in
 * his name. Null for a change that names nobody, or him.
 */
export function madeForAnother(c: Context<Env>, person: Person): Response | null {
  const named = c.req.header(PERSON)?.trim()
  if (!named || named === person.id || !changing.includes(c.req.method)) return null
  return problem(c, 409, api.anotherPerson, { code: 'person' })
}
