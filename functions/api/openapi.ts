import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { answers, type Env } from './area.ts'
import { changing, PERSON } from './person.ts'

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
  made ??= signed(api)
  return made
}

type Described = { security?: object[]; parameters?: object[]; responses?: { [status: string]: { headers?: object } } }

/** The document with what holds for every route: answers say whose they are, changes may say for whom they were made. */
function signed(api: OpenAPIHono<Env>): object {
  const document = described(api)
  for (const methods of Object.values(document.paths ?? {})) {
    for (const [method, route] of Object.entries(methods) as [string, Described][]) {
      if (route.security?.length === 0) continue
      if (changing.includes(method.toUpperCase())) route.parameters = [...(route.parameters ?? []), forWhom]
      for (const [status, answer] of Object.entries(route.responses ?? {})) if (status.startsWith('2')) answer.headers = { [PERSON]: whose }
    }
  }
  return document
}

const schema = { type: 'string' }
const whose = { description: 'The id of the person who is signed in.', schema }
const forWhom = {
  name: PERSON,
  in: 'header',
  description: 'The id of the person for whom the change was made; 409 when somebody else is signed in by now.',
  schema,
}

function described(api: OpenAPIHono<Env>) {
  return api.getOpenAPI31Document({
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
}
