import type { MiddlewareHandler } from 'hono'
import type { Label } from '../../shared/names.ts'
import { api, wrongType } from '../../shared/words/api.ts'
import { listCounties } from '../store/counties.ts'
import type { Env } from './area.ts'
import { unknownKeys } from './faults.ts'
import { badText } from './json.ts'
import { changing } from './person.ts'
import { problem } from './problem.ts'
import type { Route } from './route.ts'

const JSON_LIMIT = 192 * 1024
const FORM_LIMIT = 5 * 1024 * 1024

/** Refuses what no handler should see: unknown addresses, other methods, foreign origins, bodies too large or broken, unknown parameters. */
export function gate(declared: Route[]): MiddlewareHandler<Env> {
  const routes = declared.map((route) => ({
    ...route,
    method: route.method.toUpperCase(),
    shape: new RegExp(`^${route.path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
  }))
  return async (c, next) => {
    const at = routes.filter((route) => route.shape.test(c.req.path))
    if (at.length === 0) return problem(c, 404, api.noRoute)
    const method = c.req.method === 'HEAD' ? 'GET' : c.req.method
    const route = at.find((one) => one.method === method)
    if (!route) {
      c.header('Allow', [...new Set(at.map((one) => one.method))].join(', '))
      return problem(c, 405, api.noMethod)
    }
    if (changing.includes(method) && (await isForeign(c.req.header('origin'), c.req.header('host'), c.var.deps.origin)))
      return problem(c, 403, api.foreignOrigin)
    const unknown = route.request?.query ? [] : Object.keys(c.req.queries())
    if (unknown.length > 0) return problem(c, 422, api.badInput, { errors: unknownKeys(unknown, c.var.lang) })
    const body = await bodyFault(c.req, route)
    if (body)
      return problem(
        c,
        body.status,
        body.sentence,
        body.status === 422 ? { errors: [{ path: body.path ?? '', message: body.sentence[c.var.lang] }] } : {},
      )
    return next()
  }
}

/** A browser always names the page that a changing request came from; programs without an Origin carry no cookie by accident. */
async function isForeign(origin: string | undefined, host: string | undefined, ours: string): Promise<boolean> {
  if (origin === undefined || origin === ours || (URL.canParse(origin) && new URL(origin).host === host)) return false
  return !(await listCounties()).some((county) => county.origin === origin)
}

type Body = { header: (name: string) => string | undefined; text: () => Promise<string> }
type Fault = { status: 413 | 415 | 422; sentence: Label; path?: string }

async function bodyFault(req: Body, { request }: Pick<Route, 'request'>): Promise<Fault | null> {
  const size = Number(req.header('content-length') ?? 0)
  if (size > FORM_LIMIT) return { status: 413, sentence: api.tooLarge }
  if (!request?.body) return null
  const type = (req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  const taken = Object.keys(request.body.content)
  if (type ? !taken.includes(type) : (await req.text()) !== '') return { status: 415, sentence: wrongType(taken) }
  if (type !== 'application/json') return null
  const text = await req.text()
  if (text.length > JSON_LIMIT) return { status: 413, sentence: api.tooLarge }
  const bad = badText(text)
  return bad ? { status: 422, ...bad } : null
}
