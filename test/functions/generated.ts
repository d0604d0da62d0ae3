import { type Arbitrary, fc } from '../property.ts'

/** As much of JSON Schema as the OpenAPI document uses. */
export type Schema = {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  $ref?: string
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  items?: Schema
  minimum?: number
  maximum?: number
  format?: string
  pattern?: string
}
type Parameter = { name: string; in: string; required?: boolean; schema: Schema }
type Operation = { parameters?: Parameter[]; requestBody?: { content: Record<string, { schema: Schema }> } }
export type Document = { paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, Schema> } }
/** Words that mean something in the county that is asked, by the name of the parameter or property that takes them. */
export type Known = Record<string, string[]>
export type Asking = { method: string; path: string; headers: Record<string, string>; body?: unknown }

/** What breaks programs: signs that are none, numbers out of reach, names of what every object has. */
export const odd: Arbitrary<unknown> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom<unknown>(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\u202e',
    '水'.repeat(3000),
    '2026-02-30',
    '-1',
    '1e309',
    '__proto__',
    'constructor',
  ),
  fc.constantFrom<unknown>(null, true, 0, -1, 1e21, 2 ** 53, 0.1, [], {}, [[]], { id: 1 }, [null], ['', '']),
  fc.jsonValue({ maxDepth: 2 }),
)

/** Requests as the document describes them: right in most parts and odd in some, so that they get past the door and fail deep inside if they fail. */
export function requests({ paths, components }: Document, known: Known): Arbitrary<Asking> {
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  // Signing out would end the walk, and so would disabling whoever walks.
  const kept = all.filter(({ path, method }) => !(path === '/api/session' && method === 'delete') && !/disable|renew|close/.test(path))
  return fc.constantFrom(...kept).chain(({ path, method, operation: { parameters = [], requestBody } }) => {
    const asked = parameters.map((parameter) =>
      mostly(givenBy(parameter.schema, parameter.name, 3)).map((value) => ({ ...parameter, value })),
    )
    const schema = requestBody?.content['application/json']?.schema
    const body = schema
      ? fc.oneof({ weight: 9, arbitrary: givenBy(schema, 'body', 6) }, { weight: 1, arbitrary: odd })
      : fc.constant(undefined)
    return fc.tuple(fc.tuple(...asked), body).map(([given, content]): Asking => {
      const written = (value: unknown) => String(typeof value === 'object' ? JSON.stringify(value) : value)
      const text = (value: unknown) => encodeURIComponent(written(value).toWellFormed())
      const of = (place: string) => given.filter((one) => one.in === place && one.value !== undefined)
      const address = of('path').reduce((so, { name, value }) => so.replace(`{${name}}`, text(value).slice(0, 80) || 'x'), path)
      const search = of('query').map(({ name, value }) => `${name}=${text(value)}`)
      const headers = of('header').map(({ name, value }) => [
        name.toLowerCase(),
        written(value)
          .replace(/[^\x20-\x7e]/g, '')
          .trim(),
      ])
      return {
        method: method.toUpperCase(),
        path: [address.replace(/\{[^}]+\}/g, 'x'), search.join('&')].filter(Boolean).join('?'),
        headers: Object.fromEntries(headers.filter(([, value]) => value)),
        ...(content === undefined ? {} : { body: content }),
      }
    })
  })

  function givenBy(schema: Schema, name: string, depth: number): Arbitrary<unknown> {
    const { $ref, anyOf, oneOf, allOf, type } = schema
    if ($ref) return givenBy(components.schemas[$ref.split('/').at(-1) ?? ''] ?? {}, name, depth)
    if (schema.const !== undefined) return mostly(fc.constant(schema.const))
    if (schema.enum) return mostly(fc.constantFrom(...schema.enum))
    const several = anyOf ?? oneOf ?? allOf
    if (several) return fc.oneof(...several.map((one) => givenBy(one, name, depth)))
    if (Array.isArray(type)) return fc.oneof(...type.map((one) => givenBy({ ...schema, type: one }, name, depth)))
    if (known[name] && (type === 'string' || type === undefined))
      return fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...known[name]) }, { weight: 1, arbitrary: word(schema) })
    if (type === 'string') return mostly(word(schema))
    if (type === 'integer' || type === 'number')
      return mostly(fc.integer({ min: schema.minimum ?? -5, max: Math.min(schema.maximum ?? 1000, 5000) }))
    if (type === 'boolean') return mostly(fc.boolean())
    if (type === 'null') return fc.constant(null)
    if (depth === 0) return odd
    if (type === 'array') return mostly(fc.array(givenBy(schema.items ?? {}, name, depth - 1), { maxLength: 4 }))
    if (type === 'object' || schema.properties) return mostly(objectOf(schema, depth))
    return odd
  }

  function objectOf({ properties = {}, required = [], additionalProperties }: Schema, depth: number): Arbitrary<unknown> {
    const parts = Object.entries(properties).map(
      ([name, schema]) =>
        [name, fc.option(givenBy(schema, name, depth - 1), { nil: undefined, freq: required.includes(name) ? 30 : 1 })] as const,
    )
    const fixed = fc.record(Object.fromEntries(parts))
    if (!additionalProperties) return fixed
    const value = additionalProperties === true ? odd : givenBy(additionalProperties, '', depth - 1)
    const free = fc.dictionary(
      fc.constantFrom(...(known.field ?? ['x'])),
      fc.oneof(value, ...Object.values(known).map((words) => fc.constantFrom(...words))),
      { maxKeys: 6 },
    )
    return fc.tuple(fixed, free).map(([one, more]) => ({ ...more, ...(one as object) }))
  }

  function word({ format, pattern }: Schema): Arbitrary<string> {
    if (format === 'date') return fc.constantFrom('2026-03-02', '2026-12-31', '1970-01-01', '2027-02-29')
    if (pattern) return fc.constantFrom(...Object.values(known).flat(), '000000')
    return fc.oneof(fc.string({ maxLength: 30 }), fc.constantFrom('修桥', '2026-03-02', 'a@b.cn'))
  }
}

const mostly = (right: Arbitrary<unknown>): Arbitrary<unknown> => fc.oneof({ weight: 24, arbitrary: right }, { weight: 1, arbitrary: odd })
