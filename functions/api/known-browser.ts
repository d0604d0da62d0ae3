import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { countySecret } from '../store/county-secret.ts'
import type { Person } from '../store/people.ts'
import type { Env } from './area.ts'

/** So long a browser is known after somebody signed in there. */
const DAYS = 180
const DAY = 86_400_000

/** Marks the browser as one in which this person has signed in. It opens nothing by itself: it tells whether a link of a mail is in his own hands, and lets him try a password while others guess. */
export async function rememberBrowser(c: Context<Env>, { id }: Pick<Person, 'id'>): Promise<void> {
  const at = c.var.clock.now.getTime()
  const secure = c.var.deps.origin.startsWith('https:')
  const value = `${at.toString(36)}-${await signed(id, at)}`
  setCookie(c, name(id), value, { path: '/api', httpOnly: true, sameSite: 'Strict', secure, maxAge: (DAYS * DAY) / 1000 })
}

/** True when he has signed in in this browser, and his password was not set anew since. */
export async function isKnownBrowser(c: Context<Env>, { id, stampedAt }: Pick<Person, 'id' | 'stampedAt'>): Promise<boolean> {
  const [since = '', signature = ''] = (getCookie(c, name(id)) ?? '').split('-')
  const at = Number.parseInt(since, 36)
  if (!(at > c.var.clock.now.getTime() - DAYS * DAY) || (stampedAt && at < Date.parse(stampedAt))) return false
  const [given, right] = [Buffer.from(signature), Buffer.from(await signed(id, at))]
  return given.length === right.length && timingSafeEqual(given, right)
}

const name = (person: string): string => `duban-known-${person}`

async function signed(person: string, at: number): Promise<string> {
  return createHmac('sha256', await countySecret())
    .update(`browser/${person}/${at}`)
    .digest('hex')
}
