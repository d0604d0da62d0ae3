import * as z from 'zod'
import { api } from '../../shared/words/api.ts'
import { afterwards } from '../afterwards.ts'
import { type Count, countTry, forgetTries } from '../store/tries.ts'
import { type Area, answers, area, body } from './area.ts'
import { callerShape } from './caller.ts'
import { opening } from './its-county.ts'
import { noteLogin } from './note.ts'
import { problem, wrong } from './problem.ts'
import { createRoute } from './route.ts'
import { lockedUntil } from './sign-in.ts'

const tags = ['session']
const Password = z.string().min(1).max(200)
const Code = z.string().regex(/^\d{6}$/, { error: 'six digits' })
/** How often somebody may try a code. */
export const codesOf = (who: string): Count => ({ what: 'code', who, most: 5, minutes: 15 })

const code = createRoute({
  method: 'post',
  path: '/api/session/code',
  tags,
  security: [],
  summary: 'Answer the totp challenge',
  request: { body: body(z.strictObject({ session: z.string().min(20).max(200), code: Code })) },
  responses: answers(200, 'The person, signed in.', callerShape),
})
const enrol = createRoute({
  method: 'post',
  path: '/api/session/phone',
  tags,
  summary: 'Begin a second factor',
  request: { body: body(z.strictObject({ password: Password })) },
  responses: answers(
    200,
    'The secret for an authenticator app; it counts after a first code. `on`: there is a second factor already.',
    () => z.union([z.object({ secret: z.string(), uri: z.string() }), z.object({ on: z.literal(true) })]),
  ),
})
const confirm = createRoute({
  method: 'put',
  path: '/api/session/phone',
  tags,
  summary: 'Switch the second factor on with a first code',
  request: { body: body(z.strictObject({ password: Password, code: Code })) },
  responses: answers(204, 'From now on signing in asks for a code.'),
})

const off = createRoute({
  method: 'post',
  path: '/api/session/phone/off',
  tags,
  summary: 'Switch the second factor off',
  request: { body: body(z.strictObject({ password: Password, code: Code })) },
  responses: answers(204, 'From now on the password is enough.'),
})

/** The second factor: six digits from a phone. */
export function phoneRoutes(): Area {
  const routes = area()
  routes.openapi(code, (c) => {
    const { session, code } = c.req.valid('json')
    return opening(session, async (secret) => (await import('./with-secret.ts')).coded(c, secret, code))
  })
  routes.openapi(enrol, async (c) => {
    const { person, clock } = c.var
    const allowance = await countTry(codesOf(person.id), clock.now)
    if ('until' in allowance) return lockedUntil(c, allowance.until)
    const begun = await (await c.var.deps.identity(c.var.clock.now)).enrol(person.email, c.req.valid('json').password)
    if (!begun) return wrong(c, 'password', api.wrongOld)
    if ('unable' in begun) return problem(c, 409, api.noPhone)
    // Whose phone is on already may not clear the count of wrong codes by giving the password again.
    if ('on' in begun) return c.json(begun)
    await forgetTries(codesOf(person.id))
    const uri = `otpauth://totp/Duban:${encodeURIComponent(person.email)}?secret=${begun.secret}&issuer=Duban`
    return c.json({ secret: begun.secret, uri })
  })
  routes.openapi(confirm, async (c) => {
    const { person, clock } = c.var
    const { password, code } = c.req.valid('json')
    const allowance = await countTry(codesOf(person.id), clock.now)
    if ('until' in allowance) return lockedUntil(c, allowance.until)
    if (!(await (await c.var.deps.identity(c.var.clock.now)).confirm(person.email, password, code))) return wrong(c, 'code', api.wrongCode)
    await Promise.all([afterwards('tries', forgetTries(codesOf(person.id))), noteLogin(c, person, 'phone')])
    return c.body(null, 204)
  })
  routes.openapi(off, async (c) => {
    const { person, clock } = c.var
    const { password, code } = c.req.valid('json')
    const allowance = await countTry(codesOf(person.id), clock.now)
    if ('until' in allowance) return lockedUntil(c, allowance.until)
    const dropped = await (await c.var.deps.identity(c.var.clock.now)).dropPhone(person.email, password, code)
    if ('wrong' in dropped) return wrong(c, dropped.wrong, dropped.wrong === 'code' ? api.wrongCode : api.wrongOld)
    await Promise.all([afterwards('tries', forgetTries(codesOf(person.id))), noteLogin(c, person, 'phoneOff')])
    return c.body(null, 204)
  })
  return routes
}
