import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { Rung } from '../../shared/ledger.ts'
import { api } from '../../shared/words/api.ts'
import { log } from '../store/log.ts'
import { readCountySettings, writeCountySettings } from '../store/settings.ts'
import { forgetWorld } from '../world.ts'
import { answers, area, body, type Env } from './area.ts'
import { Day } from './deadline.ts'
import { problem } from './problem.ts'

const NamedDay = z.strictObject({ day: Day, name: z.string().trim().min(1).max(40) })
const Ladder = z.array(Rung).min(1).max(20)
const County = z
  .strictObject({
    off: z.array(NamedDay).max(400).default([]).openapi({ description: 'Days on which the county rests beside the national holidays.' }),
    work: z.array(NamedDay).max(400).default([]).openapi({ description: 'Days worked that the national calendar has off.' }),
    published: z
      .array(z.number().int().min(2000).max(2100))
      .max(60)
      .default([])
      .openapi({ description: 'Years whose holiday notice is entered in `off` and `work`.' }),
    term: z.number().int().min(1).max(99).optional(),
    session: z.number().int().min(1).max(99).optional(),
    terms: z
      .array(z.number().int())
      .max(99)
      .default([])
      .openapi({ description: 'Every term that the county has been in: kept by the platform, what is sent does not count.' }),
    reminders: z.strictObject({ long: Ladder.optional(), short: Ladder.optional() }).optional(),
  })
  .openapi('CountySettings')

const get = createRoute({
  method: 'get',
  path: '/api/county-settings',
  tags: ['county'],
  summary: 'Calendar, term, session and reminder ladders',
  responses: answers(200, 'The settings.', County),
})
const put = createRoute({
  method: 'put',
  path: '/api/county-settings',
  tags: ['county'],
  summary: 'Change them; days already stamped on duties do not move',
  request: { body: body(County) },
  responses: answers(200, 'The settings.', County),
})

/** What a county sets for itself. Everybody reads it: forms show which days are off. */
export function countyRoutes(): OpenAPIHono<Env> {
  const routes = area()
  routes.openapi(get, async (c) => c.json(await readCountySettings()))
  routes.openapi(put, async (c) => {
    const { scope, clock } = c.var
    if (scope.role !== 'admin') return problem(c, 403, api.adminsOnly)
    const given = c.req.valid('json')
    const before = await readCountySettings()
    const terms = [...new Set([...before.terms, ...[before.term, given.term].filter((term) => term !== undefined)])].sort((a, b) => a - b)
    const settings = { ...given, terms }
    await writeCountySettings(scope, settings)
    forgetWorld()
    const { term, session } = settings
    const opened = term !== before.term || session !== before.session
    const what = opened ? { what: 'county.term', about: `${term ?? '–'}-${session ?? '–'}` } : { what: 'county.settings' }
    await log({ kind: 'operation', person: scope.person, name: scope.name, ...what }, clock.now)
    return c.json(settings)
  })
  return routes
}
