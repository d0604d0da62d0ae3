import * as z from 'zod'
import type { Scope } from '../../shared/scope.ts'
import { api } from '../../shared/words/api.ts'
import { personById } from '../store/people.ts'
import { readOwnSettings, writeOwnSettings } from '../store/settings.ts'
import { type Area, answers, area, body } from './area.ts'
import { Day } from './deadline.ts'
import { problem, wrong } from './problem.ts'
import { createRoute } from './route.ts'

const MOST = 60_000
const Settings = z
  .looseObject({
    language: z.enum(['zh', 'en']).optional(),
    textSize: z.string().max(20).optional(),
    coSigned: z.boolean().optional(),
    channel: z.string().max(60).nullable().optional(),
    away: z
      .strictObject({ from: Day, until: Day, to: z.string().max(60) })
      .refine(({ from, until }) => from <= until, { path: ['until'], params: { sentence: api.badDay } })
      .nullable()
      .optional(),
  })
  .meta({
    id: 'Settings',
    description:
      'What the panel keeps for a person: saved views, columns, language, text size; `coSigned`: a deputy wants to hear of what he signed with others; `away`: the colleague (`to`, his id) who takes one’s mail between two days; `channel`: by which of the county’s channels one hears instead of by mail. Other keys are kept as they are.',
  })

const get = createRoute({
  method: 'get',
  path: '/api/settings',
  tags: ['settings'],
  summary: 'One’s own settings',
  responses: answers(200, 'The settings.', () => Settings),
})
const put = createRoute({
  method: 'put',
  path: '/api/settings',
  tags: ['settings'],
  summary: 'Keep one’s own settings',
  request: { body: body(Settings) },
  responses: answers(200, 'The settings as kept.', () => Settings),
})

export function settingsRoutes(): Area {
  const routes = area()
  routes.openapi(get, async (c) => c.json(await readOwnSettings(c.var.scope)))
  routes.openapi(put, async (c) => {
    const settings = c.req.valid('json')
    if (JSON.stringify(settings).length > MOST) return problem(c, 413, api.tooLarge)
    const { away } = settings
    if (away && !(await mayTake(away.to, c.var.scope))) {
      const kept = (await readOwnSettings(c.var.scope)).away as { to?: string } | undefined
      // What was chosen when it could be is kept as it is: mails go by what holds on their day.
      if (kept?.to !== away.to) return wrong(c, 'away.to', api.noStandIn)
    }
    await writeOwnSettings(c.var.scope, settings)
    return c.json(settings)
  })
  return routes
}

async function mayTake(id: string, { person, office }: Scope): Promise<boolean> {
  const found = id === person ? null : await personById('system', id)
  return found !== null && !found.disabled && found.office.kind === office.kind && found.office.id === office.id
}
