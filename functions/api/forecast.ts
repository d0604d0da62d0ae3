import * as z from 'zod'
import { addWorkdays, isWorkday, nextWorkday } from '../../shared/deadline/calendar.ts'
import { Key } from '../../shared/definition/names.ts'
import type { Foreseen } from '../mail/forecast.ts'
import { world } from '../world.ts'
import { type Area, answers, area } from './area.ts'
import { Day } from './deadline.ts'
import { isShown } from './preview.ts'
import { createRoute } from './route.ts'

const MOST = 60
const query = z.strictObject({
  days: z.coerce.number().int().min(1).max(MOST).default(MOST).meta({ description: 'Working days from today.' }),
  date: Day.optional().meta({ description: 'A day of them, of which every mail is told.' }),
  office: z.string().min(1).max(60).optional(),
  ledger: Key.optional(),
  recipient: z.string().min(1).max(254).optional().meta({ description: 'A person’s id or e-mail address.' }),
})
const Count = z.object({ date: z.string(), mails: z.number(), reminders: z.number() })
export const Told = z.object({
  to: z.string(),
  name: z.string(),
  office: z.object({ kind: z.string(), id: z.string() }),
  total: z.number(),
  notices: z.array(
    z.object({
      record: z.object({ ledger: z.string(), id: z.string(), number: z.string().optional(), heading: z.string() }),
      rule: z.string(),
      dueOn: z.string().optional(),
      copy: z.boolean().optional(),
    }),
  ),
})
const get = createRoute({
  method: 'get',
  path: '/api/notices/forecast',
  tags: ['notices'],
  summary: 'Who will be told what on the next working days, if nothing happens to what is open and every morning’s job runs',
  request: { query },
  responses: answers(
    200,
    'Each working day with its mails and what stands in them; an office sees its own. `data`: the mails of `date`, at most 100 items each.',
    () => z.object({ from: z.string(), to: z.string(), days: z.array(Count), data: z.array(Told).optional() }),
  ),
})
const NAMED = 100

export function forecastRoutes(): Area {
  const routes = area()
  routes.openapi(get, async (c) => {
    const { scope, clock } = c.var
    const { days, date, office, ledger, recipient } = c.req.valid('query')
    const { calendar } = await world()
    const from = isWorkday(calendar, clock.today) ? clock.today : nextWorkday(calendar, clock.today)
    const to = addWorkdays(calendar, from, days - 1)
    const { foresee } = await import('../mail/forecast.ts')
    const { foreseen } = await foresee(from, to)
    const mine = foreseen.filter(
      ({ reader, record }) =>
        isShown(scope, reader) &&
        (office === undefined || reader.office.id === office) &&
        (ledger === undefined || record.ledger === ledger) &&
        (recipient === undefined || [reader.id, reader.email].includes(recipient.toLowerCase())),
    )
    const counts = new Map<string, { mails: Set<string>; reminders: number }>()
    for (let at = 0; at < days; at += 1) counts.set(addWorkdays(calendar, from, at), { mails: new Set(), reminders: 0 })
    for (const { date: on, reader } of mine) {
      const count = counts.get(on)
      count?.mails.add(reader.id)
      if (count) count.reminders += 1
    }
    return c.json({
      from,
      to,
      days: [...counts].map(([on, { mails, reminders }]) => ({ date: on, mails: mails.size, reminders })),
      ...(date ? { data: mailsOf(mine.filter((each) => each.date === date)) } : {}),
    })
  })
  return routes
}

export function mailsOf(foreseen: Foreseen[]): z.infer<typeof Told>[] {
  const people = new Map<string, Foreseen[]>()
  for (const each of foreseen) people.set(each.reader.id, [...(people.get(each.reader.id) ?? []), each])
  return [...people.values()].map((mine) => {
    const { email, name, office } = (mine[0] as Foreseen).reader
    const notices = mine.slice(0, NAMED).map(({ record, rule, dueOn, copy }) => ({
      record,
      rule,
      ...(dueOn ? { dueOn } : {}),
      ...(copy ? { copy } : {}),
    }))
    return { to: email, name, office, total: mine.length, notices }
  })
}
