import * as z from 'zod'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { Key } from '../../shared/definition/names.ts'
import { api } from '../../shared/words/api.ts'
import { type Area, answers, area } from './area.ts'
import { defineRoutes } from './define.ts'
import { problem } from './problem.ts'
import { createRoute } from './route.ts'
import { usable, usableOne } from './usable.ts'

const definitionShape = () =>
  z.object({ origin: z.enum(['ours', 'amended', 'county']), version: z.number(), ledger: z.looseObject({ key: z.string() }) }).meta({
    id: 'Definition',
    description: 'A ledger as data: fields, states, transitions, duties and rights. Panels and clients derive forms and lists from it.',
  })

const list = createRoute({
  method: 'get',
  path: '/api/ledgers',
  tags: ['ledgers'],
  summary: 'The definitions that the caller may use',
  responses: answers(200, 'In the order of the systems.', () => z.object({ data: z.array(definitionShape()) })),
})
const get = createRoute({
  method: 'get',
  path: '/api/ledgers/{ledger}',
  tags: ['ledgers'],
  summary: 'One definition',
  request: { params: z.object({ ledger: Key }) },
  responses: answers(200, 'The definition in force.', definitionShape),
})

export function ledgerRoutes(): Area {
  const routes = area()
  routes.openapi(list, async (c) => {
    const data = await usable(c.var.scope)
    return c.json({ data: data.sort((a, b) => rank(a.ledger) - rank(b.ledger)) })
  })
  routes.openapi(get, async (c) => {
    const found = await usableOne(c.var.scope, c.req.valid('param').ledger)
    return found ? c.json(found) : problem(c, 404, api.notThere)
  })
  routes.include(defineRoutes())
  return routes
}

const rank = ({ system, place = 99 }: Ledger): number => system * 100 + place
