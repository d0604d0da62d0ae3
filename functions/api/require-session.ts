import type { MiddlewareHandler } from 'hono'
import { api } from '../../shared/words/api.ts'
import { definitions } from '../catalogue.ts'
import { isPresent } from '../store/form.ts'
import { readSession } from '../store/sessions.ts'
import { systemScope } from '../store/system-scope.ts'
import { readAhead } from './ahead.ts'
import type { Env } from './area.ts'
import { secretOf } from './cookie.ts'
import { madeForAnother } from './person.ts'
import { problem } from './problem.ts'
import { scopeOf } from './scope-of.ts'

/** Routes that answer without a session. */
const open = new Set([
  'GET /api/health',
  'GET /api/openapi.json',
  'POST /api/session',
  'DELETE /api/session',
  'POST /api/session/password',
  'POST /api/session/code',
  'POST /api/session/forgot',
  'POST /api/session/reset',
])

/** Links of mails and addresses of calendars say themselves for whom they are. */
const links = /^(GET|POST) \/api\/acts\/[^/]+$|^GET \/api\/calendars\/[^/]+$/

/**
 * Puts person and scope on the context, read anew on each request, so that who was disabled a moment ago is out; 401 otherwise. A change made for another
 * person is refused.
 */
export const requireSession: MiddlewareHandler<Env> = async (c, next) => {
  const method = c.req.method === 'HEAD' ? 'GET' : c.req.method
  const asked = `${method} ${c.req.path}`
  if (open.has(asked) || links.test(asked)) return next()
  const secret = secretOf(c)
  // Definitions are asked for now and then only, and where somebody acts; beside the session and not after it.
  const system = systemScope()
  if (secret) readAhead(c)
  const [person, present] = secret
    ? await Promise.all([
        readSession(secret, c.var.clock.now),
        isPresent(system),
        definitions(system, method === 'GET' ? undefined : 'now'),
      ])
    : [null, true]
  // Lists of another form would be answered in part, and what is written now would be missing from them.
  if (!present) {
    c.header('Retry-After', '60')
    return problem(c, 503, api.otherForm)
  }
  // Whoever only asks whether somebody is signed in is told that nobody is.
  if (!person && asked === 'GET /api/session' && c.req.query('maybe') === 'true') return next()
  if (!person) return problem(c, 401, api.noSession)
  if (person.disabled) return problem(c, 401, api.disabled)
  c.set('person', person)
  c.set('scope', scopeOf(person))
  return madeForAnother(c, person) ?? next()
}
