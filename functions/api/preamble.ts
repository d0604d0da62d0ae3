import { randomBytes } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { Lang } from '../../shared/names.ts'
import type { Deps, Env } from './area.ts'
import { PERSON } from './person.ts'

const headers: Record<string, string> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/** Gives a request its id, its clock and its language, and its answer the headers that every answer has: whose it is, too. */
export function preamble(deps: Deps): MiddlewareHandler<Env> {
  return async (c, next) => {
    const id = randomBytes(4).toString('hex').toUpperCase()
    c.set('deps', deps)
    const now = deps.clock(c.env)
    c.set('now', now)
    c.set('clock', now())
    c.set('requestId', id)
    c.set('lang', langOf(c.req.header('accept-language')))
    await next()
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value)
    c.res.headers.set('x-request-id', id)
    const person = c.get('person')
    if (person) c.res.headers.set(PERSON, person.id)
    if (deps.origin.startsWith('https:')) c.res.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  }
}

/** Chinese unless English is what is asked for first. */
function langOf(header: string | undefined): Lang {
  return /^\s*en\b/i.test(header ?? '') ? 'en' : 'zh'
}
