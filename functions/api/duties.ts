import * as z from 'zod'
import { dischargerOf } from '../../shared/definition/discharger.ts'
import { heading, wholeCalled } from '../../shared/heading.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { catalogue } from '../catalogue.ts'
import { listDuties } from '../store/duties.ts'
import { wholesOf } from '../wholes.ts'
import { type Area, answers, area } from './area.ts'
import { paging } from './filters.ts'
import { refused } from './problem.ts'
import { createRoute } from './route.ts'
import { tellDuty } from './tell-duty.ts'

/** What is owed, with as much of its record as a line of it shows. */
const owedShape = async () => {
  const { DutyAnswer, Ref } = await import('../../shared/wire.ts')
  const record = Ref.extend({
    number: z.string().optional(),
    heading: z.string(),
    township: z.string().nullable(),
    state: z.string(),
    version: z.number(),
    partOf: z
      .string()
      .optional()
      .meta({ description: 'What it is a part of, by number and heading, where its own heading does not say it.' }),
    took: z
      .record(z.string(), z.object({ person: z.string(), on: z.string() }))
      .optional()
      .meta({ description: 'The last time of each step.' }),
  })
  return DutyAnswer.extend({ record, transition: z.string().optional() })
}
const get = createRoute({
  method: 'get',
  path: '/api/duties',
  tags: ['duties'],
  summary: 'What the caller’s office owes',
  request: {
    query: z.strictObject({
      holder: z.literal('me').default('me'),
      state: z.literal('open').default('open'),
      limit: paging.limit,
      cursor: paging.cursor,
    }),
  },
  responses: answers(200, 'Soonest first, each with the transition that discharges it.', async () =>
    z.object({ data: z.array(await owedShape()), next: z.string().optional() }),
  ),
})

export function dutyRoutes(): Area {
  const routes = area()
  routes.openapi(get, async (c) => {
    const { scope, clock } = c.var
    const { limit, cursor } = c.req.valid('query')
    const [page, all] = await Promise.all([listDuties(scope, { limit, ...(cursor ? { cursor } : {}) }), catalogue(scope)])
    if (isRefusal(page)) return refused(c, page)
    const ledgerOf = (key: string) => all.get(key)?.ledger
    const wholes = await wholesOf(
      scope,
      page.data.map(({ record }) => record),
      ledgerOf,
    )
    const data = page.data.flatMap(({ duty, record }) => {
      const ledger = ledgerOf(record.ledger)
      if (!ledger) return []
      const { id, number, township, state, version, took } = record
      const partOf = wholeCalled(ledger, { heading: heading(ledger, record) }, record.parent && wholes.get(record.parent.id))
      const transition = dischargerOf(ledger, state, duty.key)
      const about = {
        ledger: ledger.key,
        id,
        ...(number ? { number } : {}),
        heading: heading(ledger, record),
        township,
        state,
        version,
        took,
        ...(partOf === undefined ? {} : { partOf }),
      }
      return [{ ...tellDuty(duty, ledger, clock.today), record: about, ...(transition ? { transition } : {}) }]
    })
    return c.json({ data, ...(page.next ? { next: page.next } : {}) })
  })
  return routes
}
