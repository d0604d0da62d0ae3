import type { Context } from 'hono'
import { mailLink } from '../mail/password-link.ts'
import type { Person } from '../store/people.ts'
import type { Env } from './area.ts'

/** Mails a person the link with which he sets his password; answers whether the mail went out. */
export async function sendLink(c: Context<Env>, person: Person): Promise<boolean> {
  return mailLink(person, c.var.deps.origin, c.var.clock.now)
}
