import * as z from 'zod'
import { deputyOf, seated } from '../../shared/definition/register.ts'
import { eachRecord } from '../store/pages.ts'
import { type Area, answers, area } from './area.ts'
import { createRoute } from './route.ts'
import { usable } from './usable.ts'

const get = createRoute({
  method: 'get',
  path: '/api/deputies',
  tags: ['county'],
  summary: 'Who holds a seat, as the files of deputies tell',
  responses: answers(
    200,
    'By name, with the township that one stands for; `null` where the file is the county’s. Whose file the caller may not read is left out.',
    z.object({ data: z.array(z.object({ name: z.string(), township: z.string().nullable() })) }),
  ),
})

/** The register of deputies: for whoever enters their names. */
export function deputyRoutes(): Area {
  const routes = area()
  routes.openapi(get, async (c) => {
    const { scope, clock } = c.var
    const data: { name: string; township: string | null }[] = []
    for (const { ledger } of await usable(scope)) {
      const states = seated(ledger)
      if (states.length === 0) continue
      for await (const record of eachRecord(scope, ledger, { states }, clock.today)) {
        const name = deputyOf(ledger, record)
        if (name !== undefined) data.push({ name, township: record.township })
      }
    }
    return c.json({ data: data.sort((one, other) => one.name.localeCompare(other.name, 'zh')) })
  })
  return routes
}
