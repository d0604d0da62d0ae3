import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { answers, type Env } from './area.ts'

const health = createRoute({
  method: 'get',
  path: '/api/health',
  tags: ['platform'],
  security: [],
  responses: answers(200, 'The API answers.', z.object({ ok: z.literal(true) })),
})
const document = createRoute({
  method: 'get',
  path: '/api/openapi.json',
  tags: ['platform'],
  security: [],
  responses: answers(200, 'This document.', z.looseObject({})),
})

/** The two routes about the API itself; the document is generated from the schemas that validate requests. */
export function openapi(api: OpenAPIHono<Env>): void {
  api.openapi(health, (c) => c.json({ ok: true }))
  api.openapi(document, (c) => c.json(documentOf(api)))
  api.openAPIRegistry.registerComponent('securitySchemes', 'session', { type: 'apiKey', in: 'cookie', name: 'duban' })
}

let made: object | undefined

function documentOf(api: OpenAPIHono<Env>): object {
  made ??= api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Duban 督办',
      version: '1',
      description:
        'Ledgers, records, events, duties and notices of a county. Fields, states and transitions of a ledger are data: `GET /api/ledgers/{ledger}` ' +
        'gives the definition from which `data` and `given` are validated. Errors are RFC 9457 problem details with every fault of the input at once.',
    },
    security: [{ session: [] }],
  })
  return made
}
