import { OpenAPIHono } from '@hono/zod-openapi'
import { compress } from 'hono/compress'
import { accountRoutes } from './accounts.ts'
import type { Deps, Env } from './area.ts'
import { countRoutes } from './counts.ts'
import { countyRoutes } from './county.ts'
import { deadlineRoutes } from './deadline.ts'
import { dutyRoutes } from './duties.ts'
import { eventRoutes } from './events.ts'
import { exportRoutes } from './exports.ts'
import { failed } from './failed.ts'
import { figureRoutes } from './figures.ts'
import { fileRoutes } from './files.ts'
import { gate } from './gate.ts'
import { importRoutes } from './imports.ts'
import { ledgerRoutes } from './ledgers.ts'
import { logRoutes } from './log.ts'
import { noticeRoutes } from './notices.ts'
import { officeRoutes } from './offices.ts'
import { openapi } from './openapi.ts'
import { peopleRoutes } from './people.ts'
import { preamble } from './preamble.ts'
import { recordRoutes } from './records.ts'
import { requireSession } from './require-session.ts'
import { sessionRoutes } from './session.ts'
import { settingsRoutes } from './settings.ts'

const areas = [
  sessionRoutes,
  ledgerRoutes,
  recordRoutes,
  eventRoutes,
  dutyRoutes,
  countRoutes,
  figureRoutes,
  importRoutes,
  exportRoutes,
  fileRoutes,
  noticeRoutes,
  deadlineRoutes,
  settingsRoutes,
  officeRoutes,
  peopleRoutes,
  accountRoutes,
  countyRoutes,
  logRoutes,
]

/** Answers that are long and made of few words: definitions and lists. */
const long = ['/api/ledgers', '/api/records', '/api/records/:ledger', '/api/offices', '/api/openapi.json']

/** The whole HTTP surface: what each request passes on its way, then the areas. Adding an area is one line above. */
export function app(deps: Deps): OpenAPIHono<Env> {
  const api = new OpenAPIHono<Env>()
  api.use(preamble(deps))
  api.use((c, next) => door(c, next))
  api.use(requireSession)
  for (const path of long) api.get(path, compress())
  for (const routes of areas) api.route('/', routes())
  openapi(api)
  const door = gate(api.openAPIRegistry.definitions.flatMap((one) => (one.type === 'route' ? [one.route] : [])))
  api.onError(failed)
  return api
}
