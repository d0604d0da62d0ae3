import * as z from 'zod'
import { api } from '../../shared/words/api.ts'
import { readLastMoves } from '../store/figures.ts'
import { readsAll } from '../store/parts.ts'
import { type Area, answers, area } from './area.ts'
import { problem } from './problem.ts'
import { createRoute } from './route.ts'
import { usable } from './usable.ts'

const get = createRoute({
  method: 'get',
  path: '/api/moves',
  tags: ['figures'],
  summary: 'When something of a township’s items last changed, on any ledger',
  responses: answers(200, 'A township that never had an item is left out. For the county alone.', () =>
    z.object({ data: z.array(z.object({ township: z.string(), updatedAt: z.string() })) }),
  ),
})

/** Which townships are silent: for the county's weekly sheet. */
export function moveRoutes(): Area {
  const routes = area()
  routes.openapi(get, async (c) => {
    const { scope } = c.var
    if (!readsAll(scope)) return problem(c, 403, api.countyOnly)
    const ledgers = (await usable(scope)).map(({ ledger }) => ledger)
    const moves = await readLastMoves(scope, ledgers)
    return c.json({ data: [...moves].map(([township, updatedAt]) => ({ township, updatedAt })) })
  })
  return routes
}
