import * as z from 'zod'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { Key, Label } from '../../shared/definition/names.ts'
import { hiddenFields } from '../../shared/engine/readers.ts'
import { heading } from '../../shared/heading.ts'
import { papersOf } from '../../shared/papers/standing.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { type Refusal, refuseInput } from '../../shared/refusal.ts'
import type { Scope } from '../../shared/scope.ts'
import { api } from '../../shared/words/api.ts'
import { paperWords, tooManyPapers } from '../../shared/words/papers.ts'
import { catalogue } from '../catalogue.ts'
import { originHere } from '../here.ts'
import { isClosed } from '../papers/fields.ts'
import { organOf } from '../papers/organ.ts'
import { eachRecord } from '../store/each.ts'
import { readMany } from '../store/records.ts'
import { type Counted, fileOf, listReports, type Report, reportBefore, reportById, setOf } from '../store/reports.ts'
import { systemScope } from '../store/system-scope.ts'
import { world } from '../world.ts'
import { type Area, answers, area, body } from './area.ts'
import { handedOver } from './attachment.ts'
import { Day } from './deadline.ts'
import { filters, listQuery } from './filters.ts'
import { noteDone } from './note.ts'
import { problem, refused } from './problem.ts'
import { questionFaults } from './question.ts'
import { Place, RecordId } from './record-shapes.ts'
import { createRoute } from './route.ts'
import { usable, usableOne } from './usable.ts'

/** Records that one report tells of. */
const MOST = 2000

const Told = z.object({
  id: z.string(),
  ledger: z.string(),
  paper: z.string(),
  label: Label,
  day: z.string(),
  asked: z.record(z.string(), z.unknown()),
  at: z.string(),
  by: z.object({ id: z.string(), name: z.string() }),
  name: z.string(),
  hash: z.string(),
  count: z.number(),
  number: z.object({ word: z.string(), year: z.number(), no: z.number() }).optional(),
})
const Ids = z.array(z.string())
const Named = z.object({ id: z.string(), ledger: z.string(), number: z.string().optional(), heading: z.string() })
const Whole = Told.extend({
  of: z
    .array(
      z.object({
        id: z.string(),
        ledger: z.string().optional().meta({ description: 'Where it is another than that of the report.' }),
        number: z.string().optional(),
        heading: z.string(),
        state: z.string(),
        version: z.number(),
        by: z.record(z.string(), z.array(z.string())),
        changed: z.boolean(),
      }),
    )
    .meta({ description: 'Its records as they stood; `changed`: something has happened since.' }),
  since: z
    .object({ id: z.string(), day: z.string(), added: Ids, gone: z.array(Named), changed: Ids })
    .optional()
    .meta({ description: 'Against the last report of the same kind before it.' }),
})
const tags = ['papers']
const Asked = z.strictObject({
  day: Day.optional().meta({ description: 'Today unless given. For a day gone by records are told as they stood at its end.' }),
  ids: z.array(RecordId).min(1).max(MOST).optional(),
  township: filters.township,
  unit: filters.unit,
  year: z.number().int().min(1900).max(2199).optional(),
  term: z.number().int().min(1).max(99).optional(),
  session: z.number().int().min(1).max(99).optional(),
  state: z.array(Key).min(1).max(30).optional(),
})
const post = createRoute({
  method: 'post',
  path: '/api/reports/{ledger}/{paper}',
  tags,
  summary: 'Make a report and keep it',
  description:
    'A paper of a list, for a day. The same report for the same day is made once: asked again it is answered as it is (200), to the byte, whatever became of its records. A paper with a register is sent out with it, under the next number of its book.',
  request: { params: Place.extend({ paper: Key }), body: body(Asked) },
  responses: { ...answers(201, 'The report.', () => Told), ...answers(200, 'As it was made before.', () => Told) },
})
const list = createRoute({
  method: 'get',
  path: '/api/reports',
  tags,
  summary: 'The reports that the caller’s organ has kept, the newest day first',
  request: { query: z.strictObject({ cursor: z.string().max(80).optional() }) },
  responses: answers(200, 'A page.', () => z.object({ data: z.array(Told), next: z.string().optional() })),
})
const one = createRoute({
  method: 'get',
  path: '/api/reports/{id}',
  tags,
  summary: 'A report: its records, and what changed since the last one',
  request: { params: z.object({ id: RecordId }) },
  responses: answers(200, 'The report.', () => Whole),
})
const file = createRoute({
  method: 'get',
  path: '/api/reports/{id}/file',
  tags,
  summary: 'The file of a report, as it was made',
  request: { params: z.object({ id: RecordId }) },
  responses: { ...answers(200, 'The document or the package.'), ...answers(303, 'Above 4 MB: a short-lived address of the file.') },
})

/** Reports that can be made again: of a definition, a day and a frozen set. */
export function reportRoutes(): Area {
  const routes = area()
  routes.openapi(post, async (c) => {
    const { scope, clock } = c.var
    const { ledger: key, paper: name } = c.req.valid('param')
    const { day = clock.today, ids, ...given } = c.req.valid('json')
    const found = await usableOne(scope, key)
    const papers = found ? papersOf(found.ledger) : {}
    const paper = Object.hasOwn(papers, name) ? papers[name] : undefined
    if (!found || !paper) return problem(c, 404, api.notThere)
    if (paper.of === undefined) return problem(c, 422, paperWords.notList)
    const { ledger } = found
    const query = { ...listQuery(given), sort: 'number' }
    const past = day < clock.today
    const refusal =
      (await questionFaults([ledger], query)) ?? dayFault(day, clock.today, past && !ids && (given.state ?? given.unit) !== undefined)
    if (refusal) return refused(c, refusal)
    const chosen = ids ? { ids: [...new Set(ids)].sort() } : {}
    const { officeWork, officeYear } = await import('../papers/office.ts')
    const year = paper.of === 'office' ? officeYear(scope, { ...listQuery(given), ...chosen }, day) : null
    if (year && 'refused' in year) return refused(c, year)
    const maker = { scope, today: clock.today, origin: originHere(), world: await world(), catalogue: await catalogue(scope) }
    const records = async (): Promise<LedgerRecord[] | Refusal> => {
      if (year) return officeWork(maker, paper, year)
      const all = ids
        ? await readMany(
            scope,
            (chosen.ids ?? []).map((id) => ({ ledger: key, id })),
          )
        : []
      if (!ids) for await (const record of eachRecord(scope, ledger, query, clock.today)) if (all.push(record) > MOST) break
      if (all.length > MOST) return refuseInput([{ path: 'ids', code: 'bad', message: tooManyPapers(MOST) }])
      return all
    }
    const asked = year ?? { ...given, ...chosen }
    const { makeReport } = await import('../papers/report.ts')
    const kept = await makeReport(maker, { ledger, name, paper, day, asked }, records, clock)
    if ('refused' in kept) return refused(c, kept)
    if (kept.made) await noteDone(c, 'report', `${key}/${name}`)
    return c.json(told(kept.report), kept.made ? 201 : 200)
  })
  routes.openapi(list, async (c) => {
    const organ = organOf(c.var.scope)
    const { data, next } =
      organ === null ? { data: [], next: undefined } : await listReports(c.var.scope, organ, c.req.valid('query').cursor)
    return c.json({ data: data.map(told), ...(next ? { next } : {}) })
  })
  routes.openapi(one, async (c) => {
    const { scope } = c.var
    const open = await opened(scope, c.req.valid('param').id)
    if (!open) return problem(c, 404, api.notThere)
    const { report, set, records } = open
    const ledgers = new Map((await usable(scope)).map((each) => [each.ledger.key, each.ledger]))
    const now = new Map(records.map((record) => [record.id, record]))
    const of = set.map((each) => ({
      ...each,
      ...named(ledgers, now.get(each.id), each.id),
      changed: now.get(each.id)?.version !== each.version,
    }))
    const before = await reportBefore(scope, report)
    if (!before) return c.json({ ...told(report), of })
    const earlier = await setOf(scope, before.id)
    const { added, gone, changed } = between(earlier, set)
    const went = await readMany(
      scope,
      refsOf(
        report,
        earlier.filter(({ id }) => gone.includes(id)),
      ),
    )
    const since = {
      id: before.id,
      day: before.day,
      added,
      gone: went.map((record) => ({ id: record.id, ledger: record.ledger, ...named(ledgers, record, record.id) })),
      changed,
    }
    return c.json({ ...told(report), of, since })
  })
  routes.openapi(file, async (c) => {
    const { scope } = c.var
    const open = await opened(scope, c.req.valid('param').id)
    if (!open) return problem(c, 404, api.notThere)
    const { name, type, id } = open.report
    return handedOver(c, { name, type, bytes: await fileOf(scope, id) })
  })
  return routes
}

/** Where the records of a report lie. */
const refsOf = ({ ledger }: Report, set: Counted[]) => set.map((each) => ({ ledger: each.ledger ?? ledger, id: each.id }))

function named(ledgers: Map<string, Ledger>, record: LedgerRecord | undefined, id: string): { number?: string; heading: string } {
  const ledger = record && ledgers.get(record.ledger)
  if (!ledger) return { heading: id }
  return { ...(record.number ? { number: record.number } : {}), heading: heading(ledger, record) }
}

/** A report for whom it is: of the organ that made it, and for nobody from whom a record in it, or a field that stands in it, is hidden. */
async function opened(scope: Scope, id: string): Promise<{ report: Report; set: Counted[]; records: LedgerRecord[] } | null> {
  const report = await reportById(scope, id)
  if (!report || organOf(scope) !== report.organ) return null
  const set = await setOf(scope, id)
  const refs = refsOf(report, set)
  const [records, there, found, county] = await Promise.all([readMany(scope, refs), readMany(systemScope(), refs), usable(scope), world()])
  const ledgers = new Map(found.map(({ ledger }) => [ledger.key, ledger]))
  if (!ledgers.has(report.ledger) || records.length < there.length) return null
  const closed = records.some((record) => {
    const ledger = ledgers.get(record.ledger)
    return !ledger || isClosed(report.fields, report.ledger, record, hiddenFields(ledger, record, scope, county))
  })
  return closed ? null : { report, set, records }
}

function between(before: Counted[], now: Counted[]): { added: string[]; gone: string[]; changed: string[] } {
  const [was, is] = [new Map(before.map((each) => [each.id, each])), new Map(now.map((each) => [each.id, each]))]
  return {
    added: now.flatMap(({ id }) => (was.has(id) ? [] : [id])),
    gone: before.flatMap(({ id }) => (is.has(id) ? [] : [id])),
    changed: now.flatMap(({ id, version }) => (was.has(id) && was.get(id)?.version !== version ? [id] : [])),
  }
}

function dayFault(day: string, today: string, filtered: boolean): Refusal | null {
  if (day > today) return refuseInput([{ path: 'day', code: 'future', message: paperWords.notYet }])
  return filtered ? refuseInput([{ path: 'day', code: 'bad', message: paperWords.thenOnly }]) : null
}

function told({ id, ledger, paper, label, day, asked, at, by, name, hash, count, number }: Report) {
  const numbered = number ? { number: { word: number.word, year: number.year, no: number.no } } : {}
  return { id, ledger, paper, label, day, asked, at, by, name, hash, count, ...numbered }
}
