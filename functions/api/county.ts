import type { Context } from 'hono'
import * as z from 'zod'
import { Rung } from '../../shared/definition/ledger.ts'
import { Line } from '../../shared/definition/names.ts'
import { api, sittingDay, sittingPast } from '../../shared/words/api.ts'
import { type CountySettings, changeCountySettings, readCountySettings } from '../store/settings.ts'
import { changedWorld } from '../world.ts'
import { type Area, answers, area, body, type Env } from './area.ts'
import { Day } from './deadline.ts'
import { noteDone } from './note.ts'
import { onceEach } from './own-days.ts'
import { whole } from './paging.ts'
import { problem, wrong } from './problem.ts'
import { createRoute } from './route.ts'
import { staleWords, versionIn } from './version-said.ts'
import { WordingGiven } from './wording.ts'

const NamedDay = z.strictObject({ day: Day, name: Line.max(40) })
const Ordinal = z.number().int().min(1).max(99)
const Ladder = z.array(Rung).min(1).max(20)
const Settable = z.strictObject({
  off: z.array(NamedDay).max(400).default([]).meta({ description: 'Days on which the county rests beside the national holidays.' }),
  work: z.array(NamedDay).max(400).default([]).meta({ description: 'Days worked that the national calendar has off.' }),
  published: z
    .array(z.number().int().min(2000).max(2100))
    .max(60)
    .default([])
    .meta({ description: 'Years whose holiday notice is entered in `off` and `work`.' }),
  entry: z
    .strictObject({
      workdays: z.number().int().min(0).max(250).meta({ description: 'After so many working days an entry asks why it comes so late.' }),
      days: z
        .number()
        .int()
        .min(1)
        .max(3660)
        .optional()
        .meta({ description: 'What is older is entered by the county’s administrator alone.' }),
    })
    .optional()
    .meta({ description: 'How late something may be entered; as it was when left out. Five working days where nothing is set.' }),
  reminders: z.strictObject({ long: Ladder.optional(), short: Ladder.optional() }).optional(),
  overviews: z
    .strictObject({ weekly: z.boolean().optional(), monthly: z.boolean().optional() })
    .optional()
    .meta({ description: 'Weekly to townships, units and desks, monthly to the county’s leaders; what is not named goes out.' }),
  wording: WordingGiven.optional(),
  fileDays: z
    .number()
    .int()
    .min(1)
    .max(3650)
    .optional()
    .meta({ description: 'How many days the files of imports are kept (90); stays as it is when absent.' }),
})
const Given = Settable.superRefine(onceEach, { when: () => true }).meta({ id: 'CountySettingsGiven' })
const Sitting = z.strictObject({ term: Ordinal, session: Ordinal, from: Day })
const County = Settable.extend({
  sittings: z.array(Sitting).meta({ description: 'The sessions of the congress, earliest first. `/api/sittings` opens the next one.' }),
  sittingOpenedOn: Day.optional().meta({ description: 'When the last of them was opened; on that day it can be taken back.' }),
  version: z.number().int(),
}).meta({ id: 'CountySettings' })

const get = createRoute({
  method: 'get',
  path: '/api/county-settings',
  tags: ['county'],
  summary: 'Calendar, sessions of the congress, reminder ladders and how long files are kept',
  responses: answers(200, 'The settings.', () => County),
})
const put = createRoute({
  method: 'put',
  path: '/api/county-settings',
  tags: ['county'],
  summary: 'Change calendar and ladders; days already stamped on duties do not move. Carries the version in `If-Match`',
  request: { body: body(Given) },
  responses: answers(200, 'The settings.', () => County),
})

const open = createRoute({
  method: 'post',
  path: '/api/sittings',
  tags: ['county'],
  summary: 'Open the next session of the congress, which ends the one before',
  request: {
    body: body(
      z.strictObject({
        term: Ordinal,
        session: Ordinal,
        from: Day.optional().meta({ description: 'The day on which it really began; today when absent.' }),
      }),
    ),
  },
  responses: answers(201, 'It begins: what is made from now on counts in it.', () => Sitting),
})

const takeBack = createRoute({
  method: 'delete',
  path: '/api/sittings/{term}/{session}',
  tags: ['county'],
  summary: 'Take back the session that was opened last, on the day on which it was opened',
  request: { params: z.object({ term: whole(1, 99), session: whole(1, 99) }) },
  responses: answers(204, 'Taken back: what it would have ended goes on.'),
})

/** What a county sets for itself. Everybody reads it: forms show which days are off. */
export function countyRoutes(): Area {
  const routes = area()
  routes.openapi(get, async (c) => told(c, await readCountySettings()))
  routes.openapi(put, async (c) => {
    const { scope } = c.var
    if (scope.role !== 'admin') return problem(c, 403, api.adminsOnly)
    const said = c.req.header('if-match')
    if (!said) return problem(c, 428, api.versionMissing)
    const { reminders, fileDays, overviews, wording, ...given } = c.req.valid('json')
    const kept = { ...(fileDays === undefined ? {} : { fileDays }), ...(overviews ? { overviews } : {}), ...(wording ? { wording } : {}) }
    const version = versionIn(said)
    const settings = version === undefined ? null : await changeCountySettings(scope, { ...given, ...kept, reminders }, version)
    if (!settings) return problem(c, 412, staleWords(said), { current: await readCountySettings() })
    await changedWorld()
    await noteDone(c, 'county.settings')
    return told(c, settings)
  })
  routes.openapi(open, async (c) => {
    const { scope, clock } = c.var
    if (scope.role !== 'admin') return problem(c, 403, api.adminsOnly)
    const { term, session, from = clock.today } = c.req.valid('json')
    const { sittings, version } = await readCountySettings()
    const last = sittings.at(-1)
    if (last && (term < last.term || (term === last.term && session <= last.session))) return problem(c, 409, sittingPast(last))
    if (from > clock.today || (last && from < last.from)) return wrong(c, 'from', sittingDay(last?.from))
    const next = { term, session, from }
    if (!(await changeCountySettings(scope, { sittings: [...sittings, next], sittingOpenedOn: clock.today }, version)))
      return problem(c, 409, api.stale)
    await changedWorld()
    await noteDone(c, 'county.term', `${term}-${session}`)
    return c.json(next, 201)
  })
  routes.openapi(takeBack, async (c) => {
    const { scope, clock } = c.var
    if (scope.role !== 'admin') return problem(c, 403, api.adminsOnly)
    const { term, session } = c.req.valid('param')
    const { sittings, sittingOpenedOn, version } = await readCountySettings()
    const last = sittings.at(-1)
    if (last?.term !== term || last.session !== session || sittingOpenedOn !== clock.today) return problem(c, 409, api.sittingStays)
    if (!(await changeCountySettings(scope, { sittings: sittings.slice(0, -1) }, version))) return problem(c, 409, api.stale)
    await changedWorld()
    await noteDone(c, 'county.term', `-${term}-${session}`)
    return c.body(null, 204)
  })
  return routes
}

function told(c: Context<Env>, settings: CountySettings): Response {
  c.header('ETag', `"${settings.version}"`)
  return c.json(settings)
}
