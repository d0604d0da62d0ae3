import * as z from 'zod'
import { isStrong } from '../../shared/password.ts'
import { api } from '../../shared/words/api.ts'
import { personByEmail } from '../store/people.ts'
import { countTry } from '../store/tries.ts'
import { type Area, answers, area, body } from './area.ts'
import { addressOf, callerShape, Email } from './caller.ts'
import { atHome, opening, together } from './its-county.ts'
import { wrong } from './problem.ts'
import { createRoute } from './route.ts'
import { lockedUntil } from './sign-in.ts'

const tags = ['session']
// What follows a mail or a first step is read when somebody comes with its secret.
const withSecret = () => import('./with-secret.ts')
const Secret = z.string().min(20).max(200)
const NewPassword = z
  .string()
  .max(200)
  .refine(isStrong, { params: { sentence: api.weakPassword } })

const choose = createRoute({
  method: 'post',
  path: '/api/session/password',
  tags,
  security: [],
  summary: 'Answer the newPassword challenge',
  request: { body: body(z.strictObject({ session: Secret, newPassword: NewPassword })) },
  responses: answers(200, 'The person, signed in.', callerShape),
})
const change = createRoute({
  method: 'put',
  path: '/api/session/password',
  tags,
  summary: 'Change one’s own password',
  request: { body: body(z.strictObject({ password: z.string().min(1).max(200), newPassword: NewPassword })) },
  responses: answers(204, 'Changed; every session has ended.'),
})
const forgot = createRoute({
  method: 'post',
  path: '/api/session/forgot',
  tags,
  security: [],
  summary: 'Ask for a link by mail',
  request: { body: body(z.strictObject({ email: Email })) },
  responses: answers(202, 'If there is such an account, a link is on its way: the answer is the same when there is none.', () =>
    z.object({}),
  ),
})
const reset = createRoute({
  method: 'post',
  path: '/api/session/reset',
  tags,
  security: [],
  summary: 'Set a password with the link of a mail',
  request: { body: body(z.strictObject({ token: Secret, newPassword: NewPassword })) },
  responses: answers(204, 'Set; sign in with it. The link is spent and every session has ended.'),
})

export function passwordRoutes(): Area {
  const routes = area()
  routes.openapi(choose, (c) => {
    const { session, newPassword } = c.req.valid('json')
    return opening(session, async (secret) => (await withSecret()).chosen(c, secret, newPassword))
  })
  routes.openapi(change, async (c) => {
    const { password, newPassword } = c.req.valid('json')
    const { person, clock } = c.var
    const allowance = await countTry({ what: 'change', who: person.id, most: 5, minutes: 15 }, clock.now)
    if ('until' in allowance) return lockedUntil(c, allowance.until)
    const identity = await c.var.deps.identity(c.var.clock.now)
    const judged = await identity.signIn(person.email, password)
    if (!('ok' in judged) && !('challenge' in judged)) return wrong(c, 'password', api.wrongOld)
    if (!(await identity.setPassword(person.email, newPassword))) return wrong(c, 'newPassword', api.weakPassword)
    await (await withSecret()).changed(c, person)
    return c.body(null, 204)
  })
  routes.openapi(forgot, async (c) => {
    const { email } = c.req.valid('json')
    const { now } = c.var.clock
    const counts = [
      { what: 'forgot', who: email, most: 5, minutes: 60 },
      { what: 'forgotFrom', who: addressOf(c), most: 60, minutes: 60 },
    ]
    for (const allowance of await together(() => Promise.all(counts.map((count) => countTry(count, now))))) {
      if ('until' in allowance) return lockedUntil(c, allowance.until)
    }
    await atHome(email, async () => {
      const person = await personByEmail('system', email)
      const { oweLink } = await import('../mail/account-mail.ts')
      await oweLink(person, now)
    })
    return c.json({}, 202)
  })
  routes.openapi(reset, (c) => {
    const { token, newPassword } = c.req.valid('json')
    return opening(token, async (secret) => (await withSecret()).setAnew(c, secret, newPassword))
  })
  return routes
}
