import * as z from 'zod'
import { type Area, answers, area } from './area.ts'
import { areas } from './areas.ts'
import { createRoute } from './route.ts'

const health = createRoute({
  method: 'get',
  path: '/api/health',
  tags: ['platform'],
  security: [],
  responses: answers(200, 'The API answers; and to an administrator, how the platform fares.', async () =>
    z.object({ ok: z.literal(true), figures: (await import('../../shared/wire.ts')).HealthFigures.optional() }),
  ),
})
const document = createRoute({
  method: 'get',
  path: '/api/openapi.json',
  tags: ['platform'],
  security: [],
  responses: answers(200, 'This document.', () => z.looseObject({})),
})

let made: Promise<object> | undefined

/** The two routes about the API itself; the document is generated from the schemas that validate requests. */
export function platformRoutes(): Area {
  const routes = area()
  routes.openapi(health, (c) => c.json({ ok: true }))
  routes.openapi(document, async (c) => {
    made ??= written()
    return c.json(await made)
  })
  return routes
}

async function written(): Promise<object> {
  const [{ documentOf }, ...parts] = await Promise.all([
    import('./document.ts'),
    ...[...new Set(Object.values(areas))].map((found) => found()),
  ])
  return documentOf(parts.flatMap((part) => part.areas.flatMap((make) => make().routes.map(({ route }) => route))))
}
