import type { Context } from 'hono'
import * as z from 'zod'
import { accountWords } from '../../shared/words/account.ts'
import { api } from '../../shared/words/api.ts'
import { changePerson, clearAddress, endAccess, type Person, personById, revise } from '../store/people.ts'
import { world } from '../world.ts'
import { accountAnswer } from './account.ts'
import { type Area, answers, area, type Env } from './area.ts'
import { sendLink } from './invite.ts'
import { leavesBehind } from './last-liaison.ts'
import { noteDone } from './note.ts'
import { problem } from './problem.ts'
import { createRoute } from './route.ts'
import { unlock } from './sign-in.ts'

const request = { params: z.object({ id: z.string().regex(/^p[0-9a-z]{8,40}$/) }) }
const act = (name: string, summary: string) =>
  createRoute({
    method: 'post',
    path: `/api/accounts/{id}/${name}`,
    tags: ['accounts'],
    summary,
    request,
    responses: answers(200, 'The account.', () => z.looseObject({ id: z.string() })),
  })

const disable = createRoute({
  method: 'post',
  path: '/api/accounts/{id}/disable',
  tags: ['accounts'],
  summary: 'Disable: signed out at once, duties stay with the office',
  request: { ...request, body: { content: { 'application/json': { schema: z.strictObject({ dryRun: z.boolean().optional() }) } } } },
  responses: answers(
    200,
    'The account. `warning`: nobody else in the office handles what it owes; with `dryRun` only that is told, and nothing done.',
    () => z.looseObject({ id: z.string(), owes: z.number(), warning: z.string().optional() }),
  ),
})
const address = act('address', 'The address is right after all: mail goes there again')
const enable = act('enable', 'Enable again')
const reset = act('reset', 'Mail a link for a new password, and lift a lock')
const renew = act('renew', 'Start over without password and second factor (a lost phone), and mail a link')

/** Acts on one account; mounted behind the check that the caller administers accounts. */
export function accountActRoutes(): Area {
  const routes = area()
  routes.openapi(disable, (c) =>
    on(c, async (person) => {
      const extra = await leavesBehind(person, c.var.lang)
      if (c.req.valid('json').dryRun) return { person, extra }
      const off = { disabled: true, stampedAt: c.var.clock.now.toISOString() } as const
      // Our own mark is what the next request reads. The provider is not told: it would say so before it has looked at the password.
      const now = await revise(c.var.scope, person, { change: off, now: c.var.clock.now })
      if (now === 'last') return problem(c, 409, accountWords.lastAdmin)
      if (now === 'taken') throw new Error('Nothing was asked about the address')
      return { what: 'account.disable', person: now, extra }
    }),
  )
  routes.openapi(address, (c) => on(c, async (person) => ({ what: 'account.address', person: await clearAddress(c.var.scope, person.id) })))
  routes.openapi(enable, (c) =>
    on(c, async (person) => {
      await (await c.var.deps.identity(c.var.clock.now)).enable(person.email)
      return { what: 'account.enable', person: await changePerson(c.var.scope, person.id, { disabled: undefined }) }
    }),
  )
  routes.openapi(reset, (c) =>
    on(c, async (person) => {
      await unlock(person.email, c.var.clock.now)
      const mailed = await sendLink(c, person)
      return { what: 'account.reset', person, extra: { mailed } }
    }),
  )
  routes.openapi(renew, (c) =>
    on(c, async (person) => {
      await (await c.var.deps.identity(c.var.clock.now)).renew(person.email)
      await endAccess(person.id, c.var.clock.now)
      const mailed = await sendLink(c, person)
      return { what: 'account.renew', person, extra: { mailed } }
    }),
  )
  return routes
}

/** What became of the account, or why not; `extra` goes into the answer. */
type Acted = { what?: string; person: Person | null; extra?: object } | Response

async function on(c: Context<Env>, act: (person: Person) => Promise<Acted>): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const [person, { offices }] = await Promise.all([personById(c.var.scope, id), world()])
  if (!person) return problem(c, 404, api.notThere)
  const acted = await act(person)
  if (acted instanceof Response) return acted
  if (!acted.person) return problem(c, 404, api.notThere)
  if (acted.what) await noteDone(c, acted.what, person.id)
  return c.json({ ...accountAnswer(acted.person, offices), ...acted.extra })
}
