import * as z from 'zod'
import { posts } from '../../shared/post.ts'
import { api } from '../../shared/words/api.ts'
import { proofFaults } from '../../shared/words/mail.ts'
import { readProof } from '../store/proofs.ts'
import { type Area, answers, area } from './area.ts'
import { attachment } from './attachment.ts'
import { Day } from './deadline.ts'
import { seesAll } from './notice-heaps.ts'
import { problem } from './problem.ts'
import { createRoute } from './route.ts'

const Fault = z.object({
  kind: z.string(),
  office: z.string(),
  to: z.string(),
  post: z.enum(posts).optional(),
  reminders: z.number(),
  message: z.string(),
})
const Proof = z
  .object({
    date: z.string(),
    at: z.string(),
    duties: z.number(),
    sent: z.number(),
    planned: z.number(),
    suppressed: z.number(),
    mails: z.number(),
    doubtful: z
      .number()
      .optional()
      .meta({ description: 'Mails that may have gone out twice: a run died between the mail service’s answer and its note of it.' }),
    faults: z.array(Fault),
  })
  .meta({ id: 'Proof' })
const get = createRoute({
  method: 'get',
  path: '/api/proofs',
  tags: ['notices'],
  summary: 'The morning’s proof: that every reminder owed on a day was sent, will be, or is not, and why',
  request: { query: z.strictObject({ date: Day.optional(), maybe: z.literal('true').optional() }) },
  responses: answers(
    200,
    'Counted by duty and person. `duties`: open duties that a rule concerned; `mails`: people who got one. 404 while no run of that day has ended; with `maybe`, null.',
    () => Proof.nullable(),
  ),
})

const query = z.strictObject({ date: Day.optional(), format: z.enum(['csv', 'xlsx']).default('xlsx') })
const download = createRoute({
  method: 'get',
  path: '/api/proofs/export',
  tags: ['notices'],
  summary: 'Every reminder of a day with what became of it, as a file',
  request: { query },
  responses: answers(200, 'The file.'),
})

/** The proofs of mornings; the county reads them. */
export function proofRoutes(): Area {
  const routes = area()
  routes.openapi(get, async (c) => {
    const { scope, clock, lang } = c.var
    if (scope.office.kind !== 'county') return problem(c, 403, api.countyOnly)
    const { date = clock.today, maybe } = c.req.valid('query')
    const proof = await readProof(date)
    if (!proof) return maybe ? c.json(null) : problem(c, 404, api.noProof)
    return c.json({ ...proof, faults: proof.faults.map((fault) => ({ ...fault, message: proofFaults[fault.kind][lang] })) })
  })
  routes.openapi(download, async (c) => {
    const { scope, clock, lang } = c.var
    if (!seesAll(scope)) return problem(c, 403, api.countyOnly)
    const { date = clock.today, format } = c.req.valid('query')
    const { provenLines } = await import('../sheets/proof.ts')
    return attachment(c, await provenLines(scope, date, format, lang))
  })
  return routes
}
