import * as z from 'zod'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { Key } from '../../shared/definition/names.ts'
import type { Fault } from '../../shared/refusal.ts'
import { api } from '../../shared/words/api.ts'
import { noDivision } from '../../shared/words/figures.ts'
import { type Question, readCountGroups } from '../store/count-groups.ts'
import { readCounted, zero } from '../store/counters.ts'
import { groupable } from '../store/entries.ts'
import { world } from '../world.ts'
import { type Area, answers, area } from './area.ts'
import { filters, listQuery } from './filters.ts'
import { problem, refused } from './problem.ts'
import { questioned, questionFaults } from './question.ts'
import { Place } from './record-shapes.ts'
import { createRoute } from './route.ts'
import { usable, usableOne } from './usable.ts'

const lamps = () => ({ overdue: z.number(), nearDue: z.number() })
const counts = () => z.object({ total: z.number(), states: z.record(z.string(), z.number()), ...lamps() })
const group = () => z.object({ id: z.string(), total: z.number(), open: z.number(), ...lamps(), owes: z.object(lamps()).optional() })
const groups = () =>
  z.array(group()).optional().meta({
    description:
      'With `by`: what each group’s own list counts; of offices, `owes` what they owe themselves; those with nothing are left out.',
  })
const query = z.strictObject({
  ...filters,
  by: Key.optional().meta({ description: 'Divides what is counted: `township`, `unit`, `desk`, or a field that lists filter by.' }),
})
const get = createRoute({
  method: 'get',
  path: '/api/counts/{ledger}',
  tags: ['records'],
  summary: 'Records per state and per lamp',
  request: { params: Place, query },
  responses: answers(200, '`overdue` and `nearDue` count records by their soonest open duty.', () => counts().extend({ groups: groups() })),
})
const all = createRoute({
  method: 'get',
  path: '/api/counts',
  tags: ['records'],
  summary: 'Records per state and per lamp, of every ledger that the caller may use',
  request: { query },
  responses: answers(200, 'By ledger; one in which nothing is found is left out.', () =>
    z.object({ data: z.record(z.string(), counts()), groups: groups() }),
  ),
})

export function countRoutes(): Area {
  const routes = area(questioned(query, groupFaults))
  routes.openapi(get, async (c) => {
    const { scope, clock } = c.var
    const found = await usableOne(scope, c.req.valid('param').ledger)
    if (!found) return problem(c, 404, api.notThere)
    const { ledger } = found
    const { by, ...asked } = c.req.valid('query')
    const wanted = listQuery(asked)
    const refusal = await questionFaults([ledger], wanted, groupFaults([ledger], { by }))
    if (refusal) return refused(c, refusal)
    const [{ counts }, divided] = await counted({ scope, ledgers: [ledger], query: wanted, today: clock.today }, by)
    return c.json({ ...(counts[ledger.key] ?? zero()), ...divided })
  })
  routes.openapi(all, async (c) => {
    const { scope, clock } = c.var
    const ledgers = (await usable(scope)).map(({ ledger }) => ledger)
    const { by, ...asked } = c.req.valid('query')
    const wanted = listQuery(asked)
    const refusal = await questionFaults(ledgers, wanted, groupFaults(ledgers, { by }))
    if (refusal) return refused(c, refusal)
    const [{ counts }, divided] = await counted({ scope, ledgers, query: wanted, today: clock.today }, by)
    return c.json({ data: counts, ...divided })
  })
  return routes
}

/** What is counted, as a whole and divided. */
function counted(question: Question, by: string | undefined) {
  const whole = readCounted(question.scope, question.ledgers, question.query, question.today)
  const divided = async () => ({ groups: await readCountGroups({ ...question, whole }, by ?? '', (await world()).offices) })
  return Promise.all([whole, by === undefined ? {} : divided()])
}

function groupFaults(ledgers: Ledger[], { by }: { by?: string | undefined }): Fault[] {
  if (by === undefined || ['township', 'unit', 'desk'].includes(by) || ledgers.some((ledger) => groupable(ledger).includes(by))) return []
  return [{ path: 'by', code: 'bad', message: noDivision(by) }]
}
