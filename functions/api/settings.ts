import * as z from 'zod'
import { api } from '../../shared/words/api.ts'
import { readOwnSettings, writeOwnSettings } from '../store/settings.ts'
import { type Area, answers, area, body } from './area.ts'
import { problem } from './problem.ts'
import { createRoute } from './route.ts'

const MOST = 60_000
const Settings = z
  .looseObject({ language: z.enum(['zh', 'en']).optional(), textSize: z.string().max(20).optional(), coSigned: z.boolean().optional() })
  .meta({
    id: 'Settings',
    description:
      'What the panel keeps for a person: saved views, columns, language, text size; `coSigned`: a deputy wants to hear of what he signed with others. Other keys are kept as they are.',
  })

const get = createRoute({
  method: 'get',
  path: '/api/settings',
  tags: ['settings'],
  summary: 'One’s own settings',
  responses: answers(200, 'The settings.', Settings),
})
const put = createRoute({
  method: 'put',
  path: '/api/settings',
  tags: ['settings'],
  summary: 'Keep one’s own settings',
  request: { body: body(Settings) },
  responses: answers(200, 'The settings as kept.', Settings),
})

export function settingsRoutes(): Area {
  const routes = area()
  routes.openapi(get, async (c) => c.json(await readOwnSettings(c.var.scope)))
  routes.openapi(put, async (c) => {
    const settings = c.req.valid('json')
    if (JSON.stringify(settings).length > MOST) return problem(c, 413, api.tooLarge)
    await writeOwnSettings(c.var.scope, settings)
    return c.json(settings)
  })
  return routes
}
