import type { Context } from 'hono'
import * as z from 'zod'
import { Key, Label } from '../../shared/definition/names.ts'
import { papersOf } from '../../shared/papers/standing.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { api } from '../../shared/words/api.ts'
import { noneOf, paperWords, tooManyPapers } from '../../shared/words/papers.ts'
import { catalogue } from '../catalogue.ts'
import { originHere } from '../here.ts'
import { isFault } from '../sheets/fault.ts'
import { eachRecord } from '../store/each.ts'
import type { Entry } from '../store/issued.ts'
import { log } from '../store/log.ts'
import { readMany, readWhole } from '../store/records.ts'
import { world } from '../world.ts'
import { type Area, answers, area, body, type Env } from './area.ts'
import { handedOver } from './attachment.ts'
import { calendarRoutes } from './calendar.ts'
import { filters, listQuery, paging } from './filters.ts'
import { paperJobs } from './paper-jobs.ts'
import { problem, refused } from './problem.ts'
import { questioned, questionFaults } from './question.ts'
import { Place, RecordId } from './record-shapes.ts'
import { reportRoutes } from './reports.ts'
import { returnedPages } from './returned-pages.ts'
import { createRoute } from './route.ts'
import { usableOne } from './usable.ts'

// What writes documents is read when one is made.
const making = () => import('../papers/make.ts')
const packing = () => import('../papers/package.ts')

const noTable = { status: 422, sentence: paperWords.noTable } as const

/** Records that one list tells of, and papers that one package holds. */
const MOST = { list: 2000, one: 200 }

const Sent = z.object({
  organ: z.string(),
  word: z.string(),
  year: z.number(),
  no: z.number(),
  paper: z.string(),
  label: Label,
  ledger: z.string(),
  id: z.string(),
  edition: z.number(),
  on: z.string(),
  at: z.string(),
  by: z.object({ id: z.string(), name: z.string() }),
  name: z.string(),
  hash: z.string(),
  of: z.array(z.object({ ledger: z.string(), id: z.string(), version: z.number() })),
  report: z.boolean().optional().meta({ description: 'It tells of many records: `/api/reports/{id}`.' }),
})
const params = Place.extend({ paper: Key })
const tags = ['papers']
const one = createRoute({
  method: 'get',
  path: '/api/papers/{ledger}/{paper}/{id}',
  tags,
  summary: 'A paper of one record',
  description:
    'A draft, free of any number: a Word document, or with `format=blocks` its parts as they are printed. Tells only what the caller may see, and nothing that those may not see to whom it goes. The same record gives the same bytes.',
  request: {
    params: params.extend({ id: RecordId }),
    query: z.strictObject({
      format: z.enum(['docx', 'blocks']).default('docx'),
      edition: z.coerce.number().int().min(1).max(9999).optional().meta({ description: 'As it was sent out, to the byte.' }),
    }),
  },
  responses: answers(200, 'The document, or its parts.', () => z.unknown()),
})
const send = createRoute({
  method: 'post',
  path: '/api/papers/{ledger}/{paper}/{id}',
  tags,
  summary: 'Send a paper out',
  description:
    'By the office that owns the record, or the county’s. The paper gets the next number of its organ’s book of the year, without gaps; the file is kept as it is, with its hash and the versions of the records in it, and an event `paper` tells of it. Where nothing has changed since, the last edition is answered (200); else a further edition says so (201).',
  request: {
    params: params.extend({ id: RecordId }),
    body: body(
      z.strictObject({
        mail: z.boolean().optional().meta({ description: 'Those to whom it goes are written to: its number and where it is opened.' }),
      }),
    ),
  },
  responses: { ...answers(201, 'How it was sent out.', () => Sent), ...answers(200, 'As it was sent out before.', () => Sent) },
})
const book = createRoute({
  method: 'get',
  path: '/api/papers',
  tags,
  summary: 'The register of papers that the caller’s organ sent out in a year',
  request: { query: z.strictObject({ year: z.coerce.number().int().min(1900).max(2199), cursor: z.string().max(80).optional() }) },
  responses: answers(200, 'By word and number.', () => z.object({ data: z.array(Sent), next: z.string().optional() })),
})
const query = z.strictObject({
  ids: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.string().min(1).max(60)).min(1).max(MOST.one))
    .optional()
    .meta({ type: 'string', description: 'Only these records, with commas; the filters are not asked then.' }),
  as: z
    .enum(['files', 'one', 'xlsx'])
    .default('files')
    .meta({ description: '`one`: several papers bound in one document, to be printed in one go; `xlsx`: their tables in a workbook.' }),
  ...filters,
  sort: paging.sort,
})
const many = createRoute({
  method: 'get',
  path: '/api/papers/{ledger}/{paper}',
  tags,
  summary: 'Papers of a list',
  description:
    'One list, one for each office, or one paper for each record, as the paper is declared: a Word document, or a package of several. Of an office’s year over several ledgers: only `year` and `township` are asked, and a township gets its own.',
  request: { params, query },
  responses: {
    ...answers(200, 'The document or the package.'),
    ...answers(303, 'Above 4 MB: a short-lived address of the file.'),
  },
})

/** Official papers, a part of the API of their own. */
export const areas: (() => Area)[] = [paperRoutes, paperJobs, returnedPages, reportRoutes, calendarRoutes]

/** Official papers, made from what the caller may see; those of a list are written into the log of operations, as exports are. */
function paperRoutes(): Area {
  const routes = area(questioned(query))
  routes.openapi(one, async (c) => {
    const { scope } = c.var
    const { ledger: key, paper: name, id } = c.req.valid('param')
    const found = await usableOne(scope, key)
    const paper = found && ofName(papersOf(found.ledger), name)
    const whole = found && paper && paper.of === undefined ? await readWhole(scope, key, id) : null
    if (!found || !paper || !whole) return problem(c, 404, api.notThere)
    const { edition, format } = c.req.valid('query')
    if (edition !== undefined) {
      const kept = await (await import('../papers/frozen.ts')).frozen(
        scope,
        { ledger: found.ledger, record: whole.record, world: await world() },
        name,
        edition,
      )
      return kept ? handedOver(c, kept) : problem(c, 404, api.notThere)
    }
    const maker = await makerOf(c)
    const filled = await (await making()).paperOfOne(maker, found.ledger, paper, whole)
    if (isFault(filled)) return problem(c, filled.status, filled.sentence)
    if (format === 'blocks') return c.json(filled)
    return handedOver(c, await (await packing()).packageOf([filled], filled.name))
  })
  routes.openapi(send, async (c) => {
    const { scope, clock } = c.var
    const { ledger: key, paper: name, id } = c.req.valid('param')
    const found = await usableOne(scope, key)
    if (!found || !ofName(papersOf(found.ledger), name)) return problem(c, 404, api.notThere)
    const maker = await makerOf(c)
    const { issue } = await import('../papers/issue.ts')
    const issued = await issue(maker, { ledger: key, id }, name, clock, c.req.valid('json').mail)
    if (issued === null) return problem(c, 404, api.notThere)
    if ('refused' in issued) return refused(c, issued)
    return c.json(told(issued), issued.at === clock.now.toISOString() ? 201 : 200)
  })
  routes.openapi(book, async (c) => {
    const { year, cursor } = c.req.valid('query')
    const { readBook } = await import('../store/issued.ts')
    const organ = (await import('../papers/organ.ts')).organOf(c.var.scope)
    const { data, next } = organ === null ? { data: [], next: undefined } : await readBook(c.var.scope, organ, year, cursor)
    return c.json({ data: data.map(told), ...(next ? { next } : {}) })
  })
  routes.openapi(many, async (c) => {
    const { scope, clock } = c.var
    const { ledger: key, paper: name } = c.req.valid('param')
    const found = await usableOne(scope, key)
    const paper = found && ofName(papersOf(found.ledger), name)
    if (!found || !paper) return problem(c, 404, api.notThere)
    const { ids, as, ...asked } = c.req.valid('query')
    const wanted = { ...listQuery(asked), sort: asked.sort ?? 'number' }
    const refusal = await questionFaults([found.ledger], wanted)
    if (refusal) return refused(c, refusal)
    const most = paper.of === 'list' ? MOST.list : MOST.one
    const office = paper.of === 'office'
    const records: LedgerRecord[] = ids
      ? await readMany(
          scope,
          ids.map((id) => ({ ledger: key, id })),
        )
      : []
    if (!ids && !office)
      for await (const record of eachRecord(scope, found.ledger, wanted, clock.today)) {
        if (records.length === most) return problem(c, 422, tooManyPapers(most))
        records.push(record)
      }
    const maker = await makerOf(c)
    const { calledOf, paperOfOne, papersOfList } = await making()
    const made = office
      ? await (await import('../papers/office.ts')).officePapers(maker, found.ledger, paper, { ...wanted, ...(ids ? { ids } : {}) })
      : paper.of === 'list'
        ? await papersOfList(maker, found.ledger, paper, records)
        : []
    if ('refused' in made) return refused(c, made)
    if (isFault(made)) return problem(c, made.status, made.sentence)
    const left: Parameters<typeof noneOf>[0] = []
    if (paper.of === undefined)
      for (const { id } of records) {
        const whole = await readWhole(scope, key, id)
        const filled = whole && (await paperOfOne(maker, found.ledger, paper, whole))
        if (filled && isFault(filled)) left.push({ called: calledOf(found.ledger, whole.record), why: filled.sentence })
        else if (filled) made.push(filled)
      }
    if (made.length === 0) return problem(c, 422, noneOf(left))
    await log({ kind: 'operation', person: scope.person, name: scope.name, what: 'paper', about: `${key}/${name}` }, clock.now)
    const title = `${paper.label.zh} ${clock.today}`
    if (as === 'xlsx') return handedOver(c, await (await import('../papers/workbook.ts')).workbookOf(made, title, noTable))
    const { boundTogether, packageOf } = await packing()
    return handedOver(c, await (as === 'one' ? boundTogether : packageOf)(made, title))
  })
  return routes
}

/** Who makes papers, and what he knows of the county. */
async function makerOf({ var: { scope, clock } }: Context<Env>) {
  return { scope, today: clock.today, origin: originHere(), world: await world(), catalogue: await catalogue(scope) }
}

/** Without the file, and what it is judged by. */
function told({ organ, word, year, no, paper, label, ledger, id, edition, on, at, by, name, hash, of, report }: Entry) {
  return { organ, word, year, no, paper, label, ledger, id, edition, on, at, by, name, hash, of, ...(report ? { report } : {}) }
}

function ofName<T>(papers: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(papers, name) ? papers[name] : undefined
}
