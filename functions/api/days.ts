import * as z from 'zod'
import { heading } from '../../shared/heading.ts'
import { labelled } from '../../shared/names.ts'
import { api } from '../../shared/words/api.ts'
import { type Area, answers, area } from './area.ts'
import { noteDone } from './note.ts'
import { problem } from './problem.ts'
import { createRoute } from './route.ts'

// Seldom needed, and it brings all that writes: loaded by who moves days.
const foreseeing = () => import('../days/foreseen.ts')
const taking = () => import('../days/take.ts')

const tags = ['county']
const Move = z.object({
  record: z.object({ ledger: z.string(), id: z.string(), number: z.string().optional(), heading: z.string() }),
  duty: z.object({ id: z.string(), key: z.string(), label: z.object({ zh: z.string(), en: z.string() }) }),
  holder: z.object({ kind: z.string(), id: z.string() }),
  from: z.string(),
  to: z.string(),
})
const list = createRoute({
  method: 'get',
  path: '/api/day-moves',
  tags,
  summary:
    'Which open duties would be due on another day by the calendar of today, since a holiday notice came out or the county changed its days',
  responses: answers(
    200,
    'The duties, soonest first, at most 200 of `total`. `settled`: provisional days that stay and are certain now. Nothing is written.',
    () => z.object({ data: z.array(Move), total: z.number().int(), settled: z.number().int() }),
  ),
})
const take = createRoute({
  method: 'post',
  path: '/api/day-moves',
  tags,
  summary: 'Move them, each with an event; whoever owes one hears of all of his in his letter of the next working day',
  responses: answers(200, 'What was moved. Where `left` is not 0 the time of one request was over: asked again, it goes on.', () =>
    z.object({ moved: z.number().int(), settled: z.number().int(), left: z.number().int() }),
  ),
})

const NAMED = 200
const INLINE_MS = 15_000

/** Days that a change of the calendar moves: only the county's administrator looks at them and lets them move. */
export function dayRoutes(): Area {
  const routes = area()
  routes.openapi(list, async (c) => {
    const { scope, clock } = c.var
    if (scope.role !== 'admin') return problem(c, 403, api.adminsOnly)
    const sums = { data: [] as z.infer<typeof Move>[], total: 0, settled: 0 }
    for await (const { ledger, record, moves, settled } of (await foreseeing()).foreseen(clock.today)) {
      sums.settled += settled.length
      sums.total += moves.length
      for (const { duty, to } of moves) {
        const { id, number } = record
        if (sums.data.length >= NAMED || duty.dueOn === null) continue
        const about = { ledger: ledger.key, id, ...(number ? { number } : {}), heading: heading(ledger, record) }
        const label = labelled(ledger.duties[duty.key]?.label, duty.key)
        const { kind, id: who } = duty.holder
        sums.data.push({ record: about, duty: { id: duty.id, key: duty.key, label }, holder: { kind, id: who }, from: duty.dueOn, to })
      }
    }
    return c.json(sums)
  })
  routes.openapi(take, async (c) => {
    const { scope, now } = c.var
    if (scope.role !== 'admin') return problem(c, 403, api.adminsOnly)
    const taken = await (await taking()).takeDays(scope, now, INLINE_MS)
    await noteDone(c, 'county.days', String(taken.moved))
    return c.json(taken)
  })
  return routes
}
