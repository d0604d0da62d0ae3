import * as z from 'zod'
import { api } from '../../shared/words/api.ts'
import { silenced } from '../mail/recipients.ts'
import { listPeople } from '../store/people.ts'
import { world } from '../world.ts'
import { type Area, answers, area } from './area.ts'
import { OfficeRef } from './caller.ts'
import { problem } from './problem.ts'
import { createRoute } from './route.ts'

const Failing = z.object({ id: z.string(), name: z.string(), email: z.string(), since: z.string(), complained: z.literal(true).optional() })
const get = createRoute({
  method: 'get',
  path: '/api/addresses',
  tags: ['accounts'],
  summary: 'Addresses to look after, office by office',
  responses: answers(
    200,
    'Offices with an address that takes no mail (`failing`), and townships and units in which nobody can be reached (`red`); `working` counts who can.',
    () => z.object({ data: z.array(z.object({ office: OfficeRef, working: z.number(), red: z.boolean(), failing: z.array(Failing) })) }),
  ),
})

/** What whoever keeps the addresses has to do; the county reads it. */
export function addressRoutes(): Area {
  const routes = area()
  routes.openapi(get, async (c) => {
    if (c.var.scope.office.kind !== 'county') return problem(c, 403, api.countyOnly)
    const [people, { offices }] = await Promise.all([listPeople(c.var.scope), world()])
    const data = offices
      .filter(({ closed }) => !closed)
      .map(({ kind, id, name }) => {
        const own = people.filter(({ office, disabled }) => office.kind === kind && office.id === id && !disabled)
        const failing = own.flatMap((person) =>
          person.bounced
            ? [
                {
                  id: person.id,
                  name: person.name,
                  email: person.email,
                  since: person.bounced,
                  ...(person.complained ? { complained: true as const } : {}),
                },
              ]
            : [],
        )
        const working = own.filter((person) => person.role !== 'leader' && !silenced(person)).length
        return { office: { kind, id, name }, working, red: working === 0 && kind !== 'deputy', failing }
      })
    return c.json({ data: data.filter(({ red, failing }) => red || failing.length > 0) })
  })
  return routes
}
