import type { Handler, MiddlewareHandler } from 'hono'
import * as z from 'zod'
import type { Lang } from '../../shared/names.ts'
import type { Scope } from '../../shared/scope.ts'
import { api } from '../../shared/words/api.ts'
import type { Clock } from '../clock.ts'
import type { Identity } from '../identity/identity.ts'
import type { Person } from '../store/people.ts'
import type { Ahead } from './ahead.ts'
import { faultsOf } from './faults.ts'
import { problem } from './problem.ts'
import { type Answers, type Judge, type Reads, type Route, readers, type Shape } from './route.ts'

/**
 * What the door hands to the app: a request's clock, out of what the door was called with, and what is in no request. `origin` is the public address,
 * `https://…` in the cloud; `frontSecret` is what CloudFront proves itself with; the one before too, after a comma, while that is changed.
 */
export type Deps = {
  clock: (bindings: unknown) => () => Clock
  identity: (now: Date) => Promise<Identity>
  origin: string
  frontSecret: string | undefined
}

/**
 * What every handler finds on its context: `clock` is when the request came, `now` tells it again. `person` and `scope` are set on all routes but the public
 * ones; `ahead` on questions about one record.
 */
export type Env = {
  Variables: { deps: Deps; clock: Clock; now: () => Clock; requestId: string; lang: Lang; person: Person; scope: Scope; ahead?: Ahead }
}

/** An area of the API: its routes with what their requests pass, in the order declared. */
export type Area = {
  routes: { route: Route; handlers: MiddlewareHandler<Env>[] }[]
  /** Adds a route: to what the area answers, and to the OpenAPI document. */
  openapi: <R extends Route>(route: R, handler: Handler<Env, string, Reads<R>>) => void
  /** Adds the routes of another area. */
  include: (other: Area) => void
}

/** A new area, mounted by app.ts. Wrong input is answered with every fault at once; `first` is passed before any route of it. */
export function area(judge: Judge = refuse, ...first: MiddlewareHandler<Env>[]): Area {
  const routes: Area['routes'] = []
  return {
    routes,
    openapi: (route, handler) => {
      routes.push({ route, handlers: [...first, ...readers(route, judge), handler as unknown as MiddlewareHandler<Env>] })
    },
    include: (other) => {
      routes.push(...other.routes.map(({ route, handlers }) => ({ route, handlers: [...first, ...handlers] })))
    },
  }
}

/** The answers of a route for the OpenAPI document; handlers may answer any `Response`. */
export function answers(status: number, description: string, shape?: Shape): Answers {
  const content = shape ? { 'application/json': { shape } } : undefined
  return {
    [status]: { description, ...(content ? { content } : {}) },
    default: {
      description: 'A refusal, with every fault of the input at once.',
      content: { 'application/problem+json': { shape: problemShape } },
    },
  }
}

const problemShape = () =>
  z
    .object({
      type: z.string(),
      title: z.string(),
      status: z.number().int(),
      detail: z.string(),
      errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
      current: z.unknown().optional(),
      sheets: z.unknown().optional(),
    })
    .meta({
      id: 'Problem',
      description:
        'RFC 9457. `current` stands in a 412: the present record; `sheets` where a file cannot be read as a register: its first rows, as in `Import`.',
    })

/** A JSON body that must be there. */
export function body<T extends z.ZodType>(schema: T): { required: true; content: { 'application/json': { schema: T } } } {
  return { required: true, content: { 'application/json': { schema } } }
}

/** Refuses what a schema does not take. A malformed id names nothing: absent and impossible are one answer. */
export const refuse: Judge = (result, c) => {
  if (result.success) return
  if (result.target === 'param') return problem(c, 404, api.notThere)
  return problem(c, 422, api.badInput, { errors: faultsOf(result.error.issues, result.data, c.var.lang) })
}
