import { type Hook, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Lang } from '../../shared/names.ts'
import type { Scope } from '../../shared/scope.ts'
import { api } from '../../shared/words/api.ts'
import type { Clock } from '../clock.ts'
import type { Identity } from '../identity/identity.ts'
import type { Person } from '../store/people.ts'
import { faultsOf } from './faults.ts'
import { problem } from './problem.ts'

/**
 * What the door hands to the app: a request's clock, out of what the door was called with, and what is in no request. `origin` is the public address,
 * `https://…` in the cloud; `frontSecret` is what CloudFront proves itself with.
 */
export type Deps = {
  clock: (bindings: unknown) => () => Clock
  identity: () => Promise<Identity>
  origin: string
  frontSecret: string | undefined
}

/** What every handler finds on its context: `clock` is when the request came, `now` tells it again. `person` and `scope` are set on all routes but the public ones. */
export type Env = { Variables: { deps: Deps; clock: Clock; now: () => Clock; requestId: string; lang: Lang; person: Person; scope: Scope } }

/** An area of the API: routes declared with `createRoute` and full paths, mounted by app.ts. Wrong input is answered with every fault at once. */
export function area(judge: Judge = refuse): OpenAPIHono<Env> {
  return new OpenAPIHono<Env>({ defaultHook: judge })
}

/** The answers of a route for the OpenAPI document; handlers may answer any `Response`. */
export function answers(status: number, description: string, schema?: z.ZodType): Answers {
  const content = schema ? { 'application/json': { schema } } : undefined
  return {
    [status]: { description, ...(content ? { content } : {}) },
    default: {
      description: 'A refusal, with every fault of the input at once.',
      content: { 'application/problem+json': { schema: Problem } },
    },
  }
}

type Answers = { [status: string]: { description: string; content?: { [type: string]: { schema: z.ZodType } } } }

const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    current: z.unknown().optional(),
  })
  .openapi('Problem', { description: 'RFC 9457. `current` stands in a 412: the present record.' })

/** A JSON body that must be there. */
export function body<T extends z.ZodType>(schema: T): { required: true; content: { 'application/json': { schema: T } } } {
  return { required: true, content: { 'application/json': { schema } } }
}

/** What answers a request that a schema has judged; nothing when it may pass. */
export type Judge = Hook<unknown, Env, string, Response | undefined | Promise<Response | undefined>>

/** Refuses what a schema does not take. A malformed id names nothing: absent and impossible are one answer. */
export const refuse: Judge = (result, c) => {
  if (result.success) return
  if (result.target === 'param') return problem(c, 404, api.notThere)
  return problem(c, 422, api.badInput, { errors: faultsOf(result.error.issues, given(result), c.var.lang) })
}

/** What a hook was given to judge; the validator hands it on, its type does not say so. */
export const given = (result: object): unknown => ('data' in result ? result.data : undefined)
