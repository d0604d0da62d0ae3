import * as z from 'zod'
import { endSession, readSession } from '../store/sessions.ts'
import { type Area, answers, area, body } from './area.ts'
import { callerOf, callerShape, Email } from './caller.ts'
import { secretOf, takeCookie } from './cookie.ts'
import { atHome } from './its-county.ts'
import { noteLogin } from './note.ts'
import { passwordRoutes } from './password.ts'
import { madeForAnother } from './person.ts'
import { phoneRoutes } from './phone.ts'
import { createRoute } from './route.ts'
import { signIn } from './sign-in.ts'

const tags = ['session']
const Credentials = z.strictObject({ email: Email, password: z.string().min(1).max(200) })
const challengeShape = () => z.object({ challenge: z.enum(['newPassword', 'totp']), session: z.string() }).meta({ id: 'Challenge' })

const post = createRoute({
  method: 'post',
  path: '/api/session',
  tags,
  security: [],
  summary: 'Sign in',
  request: { body: body(Credentials) },
  responses: answers(200, 'The person with the cookie of the session, or what is still asked.', () =>
    z.union([callerShape(), challengeShape()]),
  ),
})
const get = createRoute({
  method: 'get',
  path: '/api/session',
  tags,
  summary: 'Who is signed in',
  request: { query: z.strictObject({ maybe: z.literal('true').optional() }) },
  responses: answers(200, 'The person; with `maybe`, null where nobody is signed in.', () => callerShape().nullable()),
})
const end = createRoute({
  method: 'delete',
  path: '/api/session',
  tags,
  summary: 'Sign out',
  responses: answers(204, 'Signed out; repeating it does no harm.'),
})

/** Signing in and out, and the ways back in. */
export function sessionRoutes(): Area {
  const routes = area()
  routes.openapi(post, (c) => {
    const { email, password } = c.req.valid('json')
    return atHome(email, () => signIn(c, email, password))
  })
  routes.openapi(get, async (c) => c.json(c.var.person ? await callerOf(c, c.var.person) : null))
  routes.openapi(end, async (c) => {
    const secret = secretOf(c)
    const person = secret ? await readSession(secret, c.var.clock.now) : null
    if (secret && person) {
      c.set('person', person)
      const another = madeForAnother(c, person)
      if (another) return another
      await endSession(secret)
      await noteLogin(c, person, 'out')
    }
    takeCookie(c)
    return c.body(null, 204)
  })
  routes.include(passwordRoutes())
  routes.include(phoneRoutes())
  return routes
}
