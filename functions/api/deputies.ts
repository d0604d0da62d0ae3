import * as z from 'zod'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { mayCreate } from '../../shared/engine/rights.ts'
import type { Scope } from '../../shared/scope.ts'
import { type Area, answers, area } from './area.ts'
import { createRoute } from './route.ts'
import { usable } from './usable.ts'

const Filed = z.object({
  name: z.string(),
  township: z.string().nullable(),
  paused: z.object({ zh: z.string(), en: z.string() }).optional(),
})

const get = createRoute({
  method: 'get',
  path: '/api/deputies',
  tags: ['county'],
  summary: 'Who holds a seat, as the files of deputies tell',
  responses: answers(
    200,
    'By name, with the township that one stands for; `null` where the file is the county’s; `paused` where one does not act for the time being, and the caller may read his file. Whoever enters deputies’ names on some ledger is told of everybody, others of whose files they may read.',
    () => z.object({ data: z.array(Filed) }),
  ),
})

function entersNames(ledger: Ledger, scope: Scope): boolean {
  return mayCreate(ledger, scope) && Object.values(ledger.fields).some(({ kind }) => kind === 'deputies')
}

/** The register of deputies: for whoever enters their names. */
export function deputyRoutes(): Area {
  const routes = area()
  routes.openapi(get, async (c) => {
    const { scope, clock } = c.var
    const ledgers = (await usable(scope)).map(({ ledger }) => ledger)
    // Who holds a seat, and for which township, is public; nothing else of a file is.
    const { everyDeputy, filedDeputies } = await import('../register.ts')
    const data = await (ledgers.some((ledger) => entersNames(ledger, scope)) ? everyDeputy : filedDeputies)(scope, ledgers, clock.today)
    return c.json({ data: data.sort((one, other) => one.name.localeCompare(other.name, 'zh')) })
  })
  return routes
}
