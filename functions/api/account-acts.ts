import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { api } from '../../shared/words/api.ts'
import { changePerson, type Person, personById, revise } from '../store/people.ts'
import { world } from '../world.ts'
import { accountAnswer, noteOn } from './account.ts'
import { answers, area, type Env } from './area.ts'
import { sendLink } from './invite.ts'
import { problem } from './problem.ts'
import { unlock } from './sign-in.ts'

const request = { params: z.object({ id: z.string().regex(/^p[0-9a-z]{8,40}$/) }) }
const act = (name: string, summary: string) =>
  createRoute({
    method: 'post',
    path: `/api/accounts/{id}/${name}`,
    tags: ['accounts'],
    summary,
    request,
    responses: answers(200, 'The account.', z.looseObject({ id: z.string() })),
  })

const disable = act('disable', 'Disable: signed out at once, duties stay with the office')
const enable = act('enable', 'Enable again')
const reset = act('reset', 'Mail a link for a new password, and lift a lock')
const renew = act('renew', 'Start over without password and second factor (a lost phone), and mail a link')

/** Acts on one account; mounted behind the check that the caller administers accounts. */
export function accountActRoutes(): OpenAPIHono<Env> {
  const routes = area()
  routes.openapi(disable, (c) =>
    on(c, async (person) => {
      const off = { disabled: true, stampedAt: c.var.clock.now.toISOString() } as const
      // Our own mark comes first: it is what the next request reads.
      const now = await revise(c.var.scope, person, { change: off, now: c.var.clock.now })
      if (now === 'last') return problem(c, 409, api.lastAdmin)
      if (now === 'taken') throw new Error('Nothing was asked about the address')
      await (await c.var.deps.identity()).disable(person.email)
      return answer(c, 'account.disable', now)
    }),
  )
  routes.openapi(enable, (c) =>
    on(c, async (person) => {
      await (await c.var.deps.identity()).enable(person.email)
      return answer(c, 'account.enable', await changePerson(c.var.scope, person.id, { disabled: undefined }))
    }),
  )
  routes.openapi(reset, (c) =>
    on(c, async (person) => {
      await unlock(person.email)
      const mailed = await sendLink(c, person, person.signedInAt ? 'reset' : 'invitation')
      return answer(c, 'account.reset', person, { mailed })
    }),
  )
  routes.openapi(renew, (c) =>
    on(c, async (person) => {
      const now = await changePerson(c.var.scope, person.id, { stampedAt: c.var.clock.now.toISOString() })
      await (await c.var.deps.identity()).renew(person.email)
      const mailed = await sendLink(c, person, 'reset')
      return answer(c, 'account.renew', now, { mailed })
    }),
  )
  return routes
}

async function on(c: Context<Env>, act: (person: Person) => Promise<Response>): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const person = await personById(c.var.scope, id)
  return person ? act(person) : problem(c, 404, api.notThere)
}

async function answer(c: Context<Env>, what: string, person: Person | null, extra: object = {}): Promise<Response> {
  if (!person) return problem(c, 404, api.notThere)
  await noteOn(c, what, person)
  return c.json({ ...accountAnswer(person, (await world()).offices), ...extra })
}
