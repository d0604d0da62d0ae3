import * as z from 'zod'
import { addDays } from '../../shared/deadline/calendar.ts'
import { api } from '../../shared/words/api.ts'
import { calendarMore, calendarName } from '../../shared/words/papers.ts'
import { catalogue } from '../catalogue.ts'
import { originHere } from '../here.ts'
import { parted } from '../store/county.ts'
import { beginFeed, endFeed, feedOf, readFeed } from '../store/feeds.ts'
import { world } from '../world.ts'
import { type Area, answers, area } from './area.ts'
import { noteDone } from './note.ts'
import { problem } from './problem.ts'
import { createRoute } from './route.ts'
import { scopeOf } from './scope-of.ts'

const tags = ['calendar']
const year = createRoute({
  method: 'get',
  path: '/api/year',
  tags,
  summary: 'The calendar of a year: what is planned, and what the caller’s office owes',
  request: { query: z.strictObject({ year: z.coerce.number().int().min(1900).max(2199) }) },
  responses: answers(200, 'By day.', async () =>
    z.object({
      data: z.array((await import('../../shared/wire.ts')).CalendarDay),
      more: z.literal(true).optional().meta({ description: 'There are more days than these, the first.' }),
    }),
  ),
})
const last = createRoute({
  method: 'get',
  path: '/api/last-meeting',
  tags,
  summary: 'What the last meeting decided, and how far it is',
  description:
    'Of the meetings that were held in this year or the last, as far as the caller may see: the last from which anything came, with the items on its agenda and those that name it.',
  responses: answers(200, 'Null when none was held.', async () =>
    z.object({ data: (await import('../../shared/wire.ts')).LastMeeting.nullable() }),
  ),
})
const own = createRoute({
  method: 'get',
  path: '/api/year/address',
  tags,
  summary: 'Whether the caller has an address for his calendar',
  responses: answers(200, 'Since when; the address itself is told once.', () => z.object({ since: z.string().nullable() })),
})
const begin = createRoute({
  method: 'post',
  path: '/api/year/address',
  tags,
  summary: 'A new address for the caller’s calendar; the one before it ends',
  responses: answers(201, 'The address, told once.', () => z.object({ address: z.string() })),
})
const end = createRoute({
  method: 'delete',
  path: '/api/year/address',
  tags,
  summary: 'Take the address back',
  responses: answers(204, 'It opens nothing any more.'),
})
const feed = createRoute({
  method: 'get',
  path: '/api/calendars/{file}',
  tags,
  security: [],
  summary: 'A calendar that programs subscribe to',
  description:
    'With the rights of its owner as they are now: two months back, a year ahead. 404 for an address that was taken back. Names no item that one desk reads alone.',
  request: { params: z.object({ file: z.string().max(120) }) },
  responses: answers(200, 'text/calendar.'),
})

// Pages that are looked at once a week, and phones in the background.
const calendar = () => import('../papers/calendar.ts')
const meeting = () => import('../papers/last-meeting.ts')

/** The year’s calendar of an office, as a page and as an address of one’s own. */
export function calendarRoutes(): Area {
  const routes = area()
  routes.openapi(year, async (c) => {
    const { scope, clock } = c.var
    const { year: asked } = c.req.valid('query')
    const looking = { scope, world: await world(), catalogue: await catalogue(scope), today: clock.today }
    const { calendarOf } = await calendar()
    const { days, more } = await calendarOf(looking, `${asked}-01-01`, `${asked}-12-31`)
    return c.json({ data: days.map(({ updatedAt: _, ...day }) => day), ...(more ? { more } : {}) })
  })
  routes.openapi(last, async (c) => {
    const { scope, clock } = c.var
    const looking = { scope, world: await world(), catalogue: await catalogue(scope), today: clock.today }
    return c.json({ data: await (await meeting()).lastMeeting(looking) })
  })
  routes.openapi(own, async (c) => c.json({ since: (await feedOf(c.var.scope))?.at ?? null }))
  routes.openapi(begin, async (c) => {
    const secret = await beginFeed(c.var.scope, c.var.clock.now)
    await noteDone(c, 'calendar.address')
    return c.json({ address: `${originHere()}/api/calendars/${secret}.ics` }, 201)
  })
  routes.openapi(end, async (c) => {
    await endFeed(c.var.scope)
    await noteDone(c, 'calendar.address.end')
    return c.body(null, 204)
  })
  routes.openapi(feed, async (c) => {
    const { clock } = c.var
    const person = await readFeed(parted(c.req.valid('param').file.replace(/\.ics$/, '')).secret)
    if (!person) return problem(c, 404, api.notThere)
    const scope = scopeOf(person)
    const all = await catalogue(scope)
    const here = await world()
    const [{ calendarOf, MOST }, { icsOf }] = await Promise.all([calendar(), import('../papers/ics.ts')])
    const { days, more } = await calendarOf(
      { scope, world: here, catalogue: all, today: clock.today },
      addDays(clock.today, -60),
      addDays(clock.today, 366),
    )
    const text = icsOf({ name: calendarName, ...(more ? { note: calendarMore(MOST) } : {}) }, days, originHere(), {
      ledger: (key) => all.get(key)?.ledger,
      place: (township) => here.offices.find(({ kind, id }) => kind === 'township' && id === township)?.name.zh,
    })
    return c.body(text, 200, { 'content-type': 'text/calendar; charset=utf-8' })
  })
  return routes
}
