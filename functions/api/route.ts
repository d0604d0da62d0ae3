import type { Context, MiddlewareHandler } from 'hono'
import { validator } from 'hono/validator'
import type * as z from 'zod'
import type { Env } from './area.ts'

/** A route as declared: the schemas that validate its requests describe it in the OpenAPI document. */
export type Route = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** `/api/records/{ledger}` */
  path: string
  tags: string[]
  summary?: string
  description?: string
  /** Empty for a route that answers without a session. */
  security?: []
  request?: { params?: z.ZodType; query?: z.ZodType; headers?: z.ZodType; body?: Body }
  responses: Answers
}
export type Body = { required?: true; content: { 'application/json'?: Content; 'multipart/form-data'?: Content } }
/** What a route answers, for the document alone: its shapes are made when somebody asks for that, since nothing is judged by them. */
export type Answers = { [status: string]: { description: string; content?: { [type: string]: { shape: Shape } } } }
export type Shape = () => z.ZodType | Promise<z.ZodType>
type Content = { schema: z.ZodType }

/** What a schema judged: a part of a request, as it came in `data`. */
export type Judged = z.ZodSafeParseResult<unknown> & { target: Target; data?: unknown }
/** What answers a request that a schema has judged; nothing when it may pass. */
export type Judge = (result: Judged, c: Context<Env>) => Response | undefined | Promise<Response | undefined>
type Target = 'query' | 'param' | 'header' | 'json' | 'form'

/** What a handler of the route reads with `c.req.valid`. */
export type Reads<R extends Route> = { in: Out<R>; out: Out<R> }
type Out<R extends Route> = object &
  Part<R['request'], 'query', 'query'> &
  Part<R['request'], 'params', 'param'> &
  Part<R['request'], 'headers', 'header'> &
  InBody<R['request'], 'application/json', 'json'> &
  InBody<R['request'], 'multipart/form-data', 'form'>
type Part<P, K extends string, T extends Target> = P extends { [key in K]: infer S extends z.ZodType }
  ? { [key in T]: z.output<S> }
  : unknown
type InBody<P, K extends string, T extends Target> = P extends { body: { content: { [key in K]: { schema: infer S extends z.ZodType } } } }
  ? { [key in T]: z.output<S> }
  : unknown

/** Declares a route. It only keeps the exact type, so that handlers know what they read. */
export const createRoute = <const R extends Route>(route: R): R => route

/** What a request to the route passes before its handler: every part of it is read and judged. */
export function readers({ request = {} }: Route, judge: Judge): MiddlewareHandler<Env>[] {
  const { query, params, headers, body } = request
  const parts: [Target, z.ZodType | undefined][] = [
    ['query', query],
    ['param', params],
    ['header', headers],
    ['json', body?.content['application/json']?.schema],
    ['form', body?.content['multipart/form-data']?.schema],
  ]
  return parts.flatMap(([target, schema]) => (schema ? [reader(target, schema, judge, body?.required)] : []))
}

const types: { [target: string]: string } = { json: 'application/json', form: 'multipart/form-data' }

function reader(target: Target, schema: z.ZodType, judge: Judge, required = false): MiddlewareHandler<Env> {
  const read = validator(target, async (data, c: Context<Env>) => {
    const result = await schema.safeParseAsync(data)
    return (await judge({ data, ...result, target } as Judged, c)) ?? (result as z.ZodSafeParseSuccess<object>).data
  }) as unknown as MiddlewareHandler<Env>
  const type = types[target]
  // Of a body that may come in one of two forms, only the one that came is read.
  if (!type || required) return read
  return (c, next) => {
    if (c.req.header('content-type')?.startsWith(type)) return read(c, next)
    c.req.addValidatedData(target, {})
    return next()
  }
}
