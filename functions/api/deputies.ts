import * as z from 'zod'
import { deputyOf, pausedAs, seated } from '../../shared/definition/register.ts'
import { eachRecord } from '../store/pages.ts'
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
    'By name, with the township that one stands for; `null` where the file is the county’s; `paused` where one does not act for the time being. Whose file the caller may not read is left out.',
    z.object({ data: z.array(Filed) }),
  ),
})

type Filed = z.output<typeof Filed>

/** The register of deputies: for whoever enters their names. */
export function deputyRoutes(): Area {
  const routes = area()
  routes.openapi(get, async (c) => {
    const { scope, clock } = c.var
    const data: Filed[] = []
    for (const { ledger } of await usable(scope)) {
      const states = seated(ledger)
      if (states.length === 0) continue
      for await (const record of eachRecord(scope, ledger, { states }, clock.today)) {
        const name = deputyOf(ledger, record)
        const paused = pausedAs(ledger, record)
        if (name !== undefined) data.push({ name, township: record.township, ...(paused ? { paused } : {}) })
      }
    }
    return c.json({ data: data.sort((one, other) => one.name.localeCompare(other.name, 'zh')) })
  })
  return routes
}
