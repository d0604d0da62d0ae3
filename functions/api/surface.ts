import { Hono } from 'hono'
import { compress } from 'hono/compress'
import type { Area, Deps, Env } from './area.ts'
import { failed } from './failed.ts'
import { gate } from './gate.ts'
import { inItsCounty } from './its-county.ts'
import { preamble } from './preamble.ts'
import { requireSession } from './require-session.ts'

/**
 * Answers that are long and made of few words: definitions, lists, duties. CloudFront packs nothing that it may not keep. One record goes as it is: a packed
 * answer has a weak ETag, which no `If-Match` takes.
 */
const long = [
  ...['/api/ledgers', '/api/offices', '/api/openapi.json', '/api/duties', '/api/counts', '/api/notices'],
  ...['/api/records', '/api/records/:ledger', '/api/records/:ledger/:id/events'],
  ...['/api/counts/:ledger', '/api/figures/:ledger'],
]

/** What each request to some areas passes on its way, then their routes. */
export function surface(deps: Deps, areas: (() => Area)[]): Hono<Env> {
  const routes = areas.flatMap((make) => make().routes)
  const api = new Hono<Env>()
  api.use(preamble(deps))
  api.use(gate(routes.map(({ route }) => route)))
  api.use(inItsCounty)
  api.use(requireSession)
  for (const path of long) api.get(path, compress())
  for (const { route, handlers } of routes) api.on([route.method.toUpperCase()], [route.path.replaceAll(/\{(\w+)\}/g, ':$1')], ...handlers)
  api.onError(failed)
  return api
}
