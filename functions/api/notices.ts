import * as z from 'zod'
import type { Lang } from '../../shared/names.ts'
import { posts } from '../../shared/post.ts'
import type { Scope } from '../../shared/scope.ts'
import { api } from '../../shared/words/api.ts'
import { unsent } from '../../shared/words/mail.ts'
import type { Step } from '../mail/progress.ts'
import { bellOf } from '../mail/told.ts'
import { pageNotices } from '../store/notice-pages.ts'
import { type Notice, readNotice } from '../store/notices.ts'
import { readMany } from '../store/records.ts'
import { type Area, answers, area } from './area.ts'
import { Day } from './deadline.ts'
import { forecastRoutes } from './forecast.ts'
import { heapsOf, isOwn, judge, seesAll } from './notice-heaps.ts'
import { Limit } from './paging.ts'
import { previewRoutes } from './preview.ts'
import { problem, wrong } from './problem.ts'
import { RecordId } from './record-shapes.ts'
import { createRoute } from './route.ts'
import { whatIfRoutes } from './what-if.ts'

const tags = ['notices']
const Subject = z.object({ ledger: z.string(), id: z.string(), number: z.string().optional(), heading: z.string() })
const NoticeAnswer = z
  .object({
    id: z.string(),
    record: Subject,
    duty: z.string().optional(),
    rule: z.string(),
    on: z.string(),
    dueOn: z.string().nullable().optional(),
    to: z.string(),
    name: z.string().optional().meta({ description: 'Who that is.' }),
    post: z.enum(posts).optional().meta({ description: 'What he is in his office.' }),
    office: z.string(),
    copy: z.boolean().optional(),
    by: z.string().optional().meta({ description: 'The office that urged.' }),
    who: z.string().optional().meta({ description: 'Who took that step.' }),
    step: z
      .string()
      .optional()
      .meta({ description: 'Of progress, and of a step on an item of the caller’s township: the step that was taken.' }),
    says: z
      .string()
      .optional()
      .meta({ description: 'Of news: what happened and what is to be done by when, as its mail says it, without the item.' }),
    instead: z
      .enum(posts)
      .optional()
      .meta({ description: 'The post that the rung names; nobody in the office holds it, so it went to the next.' }),
    subject: z.string(),
    state: z.enum(['planned', 'claimed', 'sent', 'failed', 'suppressed']),
    fate: z.enum(['delivered', 'bounced', 'complained']).optional(),
    at: z.string(),
    reason: z.string().optional(),
    gone: z.literal(true).optional().meta({ description: 'The item was deleted since, or the caller may not read it any more.' }),
  })
  .meta({ id: 'Notice' })
const query = z.strictObject({
  record: RecordId.optional(),
  recipient: z.string().min(1).max(254).optional().meta({ description: 'A person’s id or e-mail address, or an office’s id.' }),
  date: Day.optional(),
  limit: Limit,
  cursor: z.string().min(1).max(400).optional(),
})
const list = createRoute({
  method: 'get',
  path: '/api/notices',
  tags,
  summary: 'The delivery log',
  request: { query },
  responses: answers(200, 'Newest day first. The county sees all; an office what was said to it, or about records that it may read.', () =>
    z.object({ data: z.array(NoticeAnswer), next: z.string().optional() }),
  ),
})
const shown = createRoute({
  method: 'get',
  path: '/api/notices/{id}/letter',
  tags,
  summary: 'The mail of a notice, as it was sent',
  request: { params: z.object({ id: RecordId }) },
  responses: answers(200, 'The mail.', () => z.object({ to: z.string(), subject: z.string(), html: z.string(), text: z.string() })),
})

export function noticeRoutes(): Area {
  const routes = area()
  routes.include(previewRoutes())
  routes.include(whatIfRoutes())
  routes.include(forecastRoutes())
  routes.openapi(list, async (c) => {
    const { scope, lang } = c.var
    const { record, recipient, date, limit, cursor } = c.req.valid('query')
    const before = cursor === undefined ? undefined : Buffer.from(cursor, 'base64url').toString()
    if (before !== undefined && !/^\d{4}-\d\d-\d\d#[^#]+#[a-z0-9]+$/.test(before)) return wrong(c, 'cursor', api.badCursor)
    const heaps = await heapsOf(scope, { record, recipient })
    const sees = judge(scope)
    const to = recipient === undefined || record === undefined ? undefined : recipient.toLowerCase()
    const keep = async (notice: Notice) => (to === undefined || saidTo(notice, to)) && sees(notice)
    const page = await pageNotices(scope, heaps, { limit, keep, ...(date ? { on: date } : {}), ...(before ? { before } : {}) })
    const next = page.next && Buffer.from(page.next).toString('base64url')
    const opened = await readable(scope, page.data)
    const data = page.data.map((notice) => ({
      ...tellNotice(notice, lang),
      ...(opened.has(notice.record.id) ? {} : { gone: true as const }),
    }))
    return c.json({ data, ...(next ? { next } : {}) })
  })
  routes.openapi(shown, async (c) => {
    const { scope } = c.var
    const notice = await readNotice(scope, c.req.valid('param').id)
    const letter = notice && (await opens(scope, notice)) ? await (await import('../mail/letter-of.ts')).letterOf(scope, notice) : null
    return notice && letter ? c.json({ to: notice.to, ...letter }) : problem(c, 404, api.notThere)
  })
  return routes
}

/** The items of notices that the caller can open now, by id. */
async function readable(scope: Scope, notices: Notice[]): Promise<Set<string>> {
  const items = new Map(notices.map(({ record }) => [record.id, record]))
  return new Set((await readMany(scope, [...items.values()], { eventual: true })).map(({ id }) => id))
}

/** A digest says more than its one notice: the addressee's own office reads it, and the county; of a colleague's there only who sees all. */
async function opens(scope: Scope, notice: Notice): Promise<boolean> {
  if (seesAll(scope) || isOwn(scope, notice)) return true
  if (scope.office.kind !== 'county') return false
  return notice.office !== 'county' || (notice.content !== undefined && judge(scope)(notice))
}

/** A notice as the API tells it. */
function tellNotice(
  { id, record, duty, rule, on, dueOn, to, name, post, office, copy, by, instead, subject, state, fate, at, reason, content }: Notice,
  lang: Lang,
): z.infer<typeof NoticeAnswer> {
  const says = bellOf(content)?.[lang]
  return {
    id,
    record,
    ...(duty ? { duty } : {}),
    rule,
    on,
    ...(dueOn === undefined ? {} : { dueOn }),
    to,
    ...(name ? { name } : {}),
    ...(post ? { post } : {}),
    office,
    ...(copy ? { copy } : {}),
    ...(by ? { by } : {}),
    ...(isStep(content) ? { step: content.step[lang], who: content.who[lang] } : {}),
    ...(says ? { says } : {}),
    ...(instead ? { instead } : {}),
    subject: subject[lang],
    state,
    ...(fate ? { fate } : {}),
    at,
    ...(reason ? { reason: unsent[reason][lang] } : {}),
  }
}

function isStep(content: unknown): content is Step {
  return typeof content === 'object' && content !== null && 'kind' in content && content.kind === 'step'
}

function saidTo({ to, person, office }: Notice, named: string): boolean {
  return to.toLowerCase() === named || person === named || office === named || office.endsWith(`:${named}`)
}
