import * as z from 'zod'
import { changing, PERSON } from './person.ts'
import type { Route } from './route.ts'

type Json = { [key: string]: unknown }

/** The OpenAPI document of these routes, made of the schemas that validate their requests. */
export async function documentOf(routes: Route[]): Promise<object> {
  const schemas: Json = {}
  const paths: { [path: string]: { [method: string]: Json } } = {}
  // What only answers use is described as it comes out; what requests use too, as it goes in.
  const parts: { route: Route; answers: Json }[] = []
  for (const route of routes) parts.push({ route, answers: await answersOf(route, schemas) })
  for (const { route, answers } of parts) {
    paths[route.path] = { ...paths[route.path], [route.method]: operation(route, answers, schemas) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Duban 督办',
      version: '1',
      description:
        'Ledgers, records, events, duties and notices of a county. Fields, states and transitions of a ledger are data: `GET /api/ledgers/{ledger}` ' +
        'gives the definition from which `data` and `given` are validated. Errors are RFC 9457 problem details with every fault of the input at once.',
    },
    security: [{ session: [] }],
    components: { schemas, securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'duban' } } },
    paths,
  }
}

/** A route with what holds for every one: answers say whose they are, changes may say for whom they were made. */
function operation({ method, tags, summary, description, security, request = {} }: Route, responses: Json, schemas: Json): Json {
  const isPublic = security?.length === 0
  const parameters = [
    ...parametersOf('query', request.query, schemas),
    ...parametersOf('path', request.params, schemas),
    ...parametersOf('header', request.headers, schemas),
    ...(changing.includes(method.toUpperCase()) && !isPublic ? [forWhom] : []),
  ]
  return {
    tags,
    ...(summary ? { summary } : {}),
    ...(description ? { description } : {}),
    ...(security ? { security } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(request.body ? { requestBody: { ...request.body, content: contentOf(request.body.content, 'input', schemas) } } : {}),
    responses,
  }
}

const schema = { type: 'string' }
const whose = { description: 'The id of the person who is signed in.', schema }
const forWhom = {
  name: PERSON,
  in: 'header',
  description: 'The id of the person for whom the change was made; 409 when somebody else is signed in by now.',
  schema,
}

async function answersOf({ responses, security }: Route, schemas: Json): Promise<Json> {
  const told: Json = {}
  for (const [status, { content, ...answer }] of Object.entries(responses)) {
    const headers = status.startsWith('2') && security?.length !== 0 ? { headers: { [PERSON]: whose } } : {}
    const made = await Promise.all(
      Object.entries(content ?? {}).map(async ([type, { shape }]) => [type, { schema: await shape() }] as const),
    )
    told[status] = { ...answer, ...headers, ...(content ? { content: contentOf(Object.fromEntries(made), 'output', schemas) } : {}) }
  }
  return told
}

function contentOf(content: { [type: string]: { schema: z.ZodType } | undefined }, io: 'input' | 'output', schemas: Json): Json {
  return Object.fromEntries(Object.entries(content).map(([type, one]) => [type, { schema: one && jsonOf(one.schema, io, schemas) }]))
}

function parametersOf(place: 'query' | 'path' | 'header', parts: z.ZodType | undefined, schemas: Json): Json[] {
  if (!parts) return []
  const { properties = {}, required = [] } = jsonOf(parts, 'input', schemas) as {
    properties?: { [name: string]: Json }
    required?: string[]
  }
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: place,
    ...(required.includes(name) ? { required: true } : {}),
    ...(description ? { description } : {}),
    schema,
  }))
}

/** A schema as JSON; whatever in it bears a name of its own is put among the named ones. */
function jsonOf(of: z.ZodType, io: 'input' | 'output', schemas: Json): Json {
  const text = JSON.stringify(z.toJSONSchema(z.object({ of }), { io, unrepresentable: 'any' })).replaceAll(
    '"#/$defs/',
    '"#/components/schemas/',
  )
  const { properties, $defs = {} } = JSON.parse(text) as { properties: { of: Json }; $defs?: { [id: string]: Json } }
  for (const [id, { id: _, ...named }] of Object.entries($defs)) schemas[id] = named
  return properties.of
}
