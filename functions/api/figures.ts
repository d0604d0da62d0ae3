import * as z from 'zod'
import { addDays } from '../../shared/deadline/calendar.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { Key } from '../../shared/definition/names.ts'
import { optionsOf } from '../../shared/definition/options.ts'
import { heirOf } from '../../shared/engine/heir.ts'
import { type Cells, figuresOf } from '../../shared/figures/cells.ts'
import { texts } from '../../shared/figures/facts.ts'
import { type Figures, groupField, NO_GROUP, tally } from '../../shared/figures/figures.ts'
import { type Label, labelled } from '../../shared/names.ts'
import type { Fault } from '../../shared/refusal.ts'
import type { Scope } from '../../shared/scope.ts'
import { api } from '../../shared/words/api.ts'
import { countyItself, noGrouping, unfilled } from '../../shared/words/figures.ts'
import type { World } from '../../shared/world.ts'
import { eachEntry } from '../store/each.ts'
import type { Entry } from '../store/entries.ts'
import { readFigureRows } from '../store/figures.ts'
import type { ListQuery } from '../store/list-query.ts'
import { world } from '../world.ts'
import { type Area, answers, area } from './area.ts'
import { Day } from './deadline.ts'
import { filters, listQuery } from './filters.ts'
import { whole } from './paging.ts'
import { problem, refused } from './problem.ts'
import { questioned, questionFaults } from './question.ts'
import { Place } from './record-shapes.ts'
import { createRoute } from './route.ts'
import { usableOne } from './usable.ts'

const Fraction = z.object({ num: z.number(), den: z.number() })
const Total = z.looseObject({
  records: z.number(),
  open: z.number(),
  onTime: z.number(),
  late: z.number(),
  overdue: z.number(),
  notDue: z.number(),
  noDeadline: z.number(),
  ended: z.number().meta({ description: 'Ended without result by that day; not among `records`, and in no rate.' }),
  rates: z.record(z.string(), Fraction.nullable()),
})
const Group = z.object({
  id: z.string(),
  name: z.object({ zh: z.string(), en: z.string() }),
  total: Total,
  updatedAt: z.string().optional().meta({ description: 'When any of its records last changed, up to now.' }),
})
const query = z.strictObject({
  asOf: Day.optional().meta({ description: 'The county’s day today unless given.' }),
  by: Key.optional().meta({ description: '`township`, `unit`, `desk`, or a field by which the ledger’s report groups.' }),
  offices: z.enum(['then', 'today']).optional().meta({
    description:
      'Groups of offices: `then`, the default, those that records name; `today` counts what an office that ended had with whoever took it over.',
  }),
  against: Day.optional().meta({ description: 'Adds `before`: the same, groups too, as of this other day.' }),
  months: whole(1, 24).optional().meta({ description: 'Adds `trend`: as of so many month ends, the last of them `asOf`.' }),
  year: filters.year,
  term: filters.term,
  session: filters.session,
  township: filters.township,
  unit: filters.unit,
})
const get = createRoute({
  method: 'get',
  path: '/api/figures/{ledger}',
  tags: ['figures'],
  summary: 'Figures of a ledger as of a day',
  request: {
    params: Place,
    query,
  },
  responses: answers(200, 'Of what the caller may see.', () =>
    z.object({
      asOf: z.string(),
      total: Total,
      groups: z.array(Group),
      before: z.object({ asOf: z.string(), total: Total, groups: z.array(z.object({ id: z.string(), total: Total })) }).optional(),
      coverage: Fraction.optional().meta({ description: 'Townships that have one, of all that are asked about.' }),
      trend: z.array(z.object({ asOf: z.string(), total: Total })).optional(),
    }),
  ),
})

/** Figures: from the rows that are kept of them, else from the entries of lists, which carry what the report counts. */
export function figureRoutes(): Area {
  const routes = area(questioned(query, groupFaults))
  routes.openapi(get, async (c) => {
    const { scope, clock } = c.var
    const found = await usableOne(scope, c.req.valid('param').ledger)
    if (!found) return problem(c, 404, api.notThere)
    const { ledger } = found
    const { asOf = clock.today, by, against, months, offices = 'then', ...asked } = c.req.valid('query')
    const wanted = listQuery(asked)
    const refusal = await questionFaults([ledger], wanted, groupFaults([ledger], { by }))
    if (refusal) return refused(c, refusal)
    const county = await world()
    const grouped = [asOf, ...(against === undefined ? [] : [against])]
    const days = [...grouped, ...(months === undefined ? [] : monthEnds(asOf, months))]
    const groups = by === undefined ? [] : expected(ledger, by, wanted, scope, county)
    const question = { days, grouped: grouped.length, by, groups, heirs: offices === 'today' ? inheriting(ledger, by, county) : null }
    // Caps and coverage are of whole groups: no sum of rows tells them.
    const rows =
      question.heirs || ledger.report?.caps || ledger.report?.covers ? null : await kept(scope, ledger, wanted, question, clock.today)
    const told = rows ?? (await recounted(scope, ledger, wanted, question, county, clock.today))
    const [{ total, groups: parts } = told.figures[0] as Figures] = told.figures
    const [before] = told.figures.slice(1, grouped.length)
    const trend = told.figures.slice(grouped.length)
    return c.json({
      asOf,
      total,
      groups: parts.map(({ id, total: of }) => {
        const updatedAt = told.changed.get(id)
        return { id, name: nameOf(ledger, by ?? '', id, county), total: of, ...(updatedAt ? { updatedAt } : {}) }
      }),
      ...(before ? { before } : {}),
      ...(told.covered && groups.length > 0
        ? { coverage: { num: groups.filter((id) => told.covered?.has(id)).length, den: groups.length } }
        : {}),
      ...(months === undefined ? {} : { trend: trend.map(({ asOf: day, total: then }) => ({ asOf: day, total: then })) }),
    })
  })
  return routes
}

/**
 * The first `grouped` of the days are told by groups too; `heirs` gives for each office that it was counted with the one to count it with; null where names
 * stay as they are.
 */
type Wanted = { days: string[]; grouped: number; by: string | undefined; groups: string[]; heirs: ((id: string) => string) | null }
/** Figures as of each day; and when something in each group last changed. */
type Told = { figures: Figures[]; changed: Map<string, string>; covered?: Set<string> }

/** From the rows that are kept of them, where these know. */
async function kept(
  scope: Scope,
  ledger: Ledger,
  query: ListQuery,
  { days, grouped, by, groups }: Wanted,
  today: string,
): Promise<Told | null> {
  const found = await readFigureRows(scope, ledger, query, { asOf: days, by, today })
  if (!found) return null
  const totals = found.totals.map(({ cells }) => cells)
  const parts = found.parts.map(({ group, cells }): [string, Cells] => [group, cells])
  const changed = new Map<string, string>()
  for (const { group, at } of by === undefined ? [] : found.parts) if (at > (changed.get(group) ?? '')) changed.set(group, at)
  const figures = days.map((asOf, place) => figuresOf(ledger, place < grouped ? { asOf, by, groups } : { asOf }, totals, parts))
  return { figures, changed }
}

/** From the entries of lists, one by one: as of any day, with any filter. */
async function recounted(
  scope: Scope,
  ledger: Ledger,
  query: ListQuery,
  { days, grouped, by, groups, heirs }: Wanted,
  county: World,
  today: string,
): Promise<Told> {
  const tallies = days.map((asOf, place) => tally(ledger, place < grouped ? { asOf, by, groups } : { asOf }))
  const changed = new Map<string, string>()
  const covered = new Set<string>()
  const field = by === undefined ? undefined : groupField(ledger, by)
  // Of what a unit handed back, or had taken from it, it keeps reading its trace; whoever has it now answers for it.
  const own = scope.office.kind === 'unit' ? `unit:${scope.office.id}` : undefined
  const add = (entry: Entry) => {
    if (entry.part === own && !entry.units.some((id) => heirOf(county, 'unit', id) === scope.office.id)) return
    const facts =
      entry.facts && field && heirs
        ? { ...entry.facts, by: { ...entry.facts.by, [field]: once((entry.facts.by[field] ?? []).map(heirs)) } }
        : entry.facts
    if (facts) for (const each of tallies) each.add(facts)
    if (facts?.covers && field === 'township') for (const id of facts.by.township ?? []) covered.add(id)
    for (const id of once(groupsOf(entry, field).map(heirs ?? String)))
      if (entry.updatedAt > (changed.get(id) ?? '')) changed.set(id, entry.updatedAt)
  }
  for await (const entries of eachEntry(scope, ledger, query, today)) entries.forEach(add)
  return { figures: tallies.map((each) => each.result()), changed, ...(ledger.report?.covers ? { covered } : {}) }
}

/** Whoever took over an office that ended, for the offices by which is grouped; null where it is not by offices. */
function inheriting(ledger: Ledger, by: string | undefined, county: World): ((id: string) => string) | null {
  const field = by === undefined ? undefined : groupField(ledger, by)
  const kind = field === undefined ? undefined : kindOf(ledger, field)
  return kind === undefined ? null : (id) => heirOf(county, kind, id)
}

/** The kind of the offices that a grouping names, undefined when it names others than offices. */
function kindOf(ledger: Ledger, key: string): string | undefined {
  const field = ledger.fields[key]
  if (key === 'township') return 'township'
  return field && (field.kind === 'office' || field.kind === 'offices') ? field.of : undefined
}

const once = (ids: string[]): string[] => [...new Set(ids)]

function groupFaults([ledger]: Ledger[], { by }: { by?: string | undefined }): Fault[] {
  if (!ledger || by === undefined || groupField(ledger, by) !== undefined) return []
  return [{ path: 'by', code: 'bad', message: noGrouping(ledger) }]
}

/** The groups in which a row of a list stands, whether or not its record counts yet. */
function groupsOf({ township, by }: Entry, field: string | undefined): string[] {
  if (field === undefined) return []
  if (field === 'township') return [township ?? 'county']
  const values = texts(by[field])
  return values.length > 0 ? values : [NO_GROUP]
}

/** So many days, oldest first: the last days of the months before, then the day itself. */
function monthEnds(day: string, months: number): string[] {
  return months <= 1 ? [day] : [...monthEnds(addDays(`${day.slice(0, 8)}01`, -1), months - 1), day]
}

/** Groups that are told even when nothing is in them: the townships that the caller may ask about, and the options of a choice. */
function expected(ledger: Ledger, by: string, { township }: ListQuery, scope: Scope, { offices }: World): string[] {
  const options = optionsOf(ledger.fields[groupField(ledger, by) ?? ''], ledger.fields)
  if (options) return Object.keys(options)
  if (by !== 'township' || ledger.level === 'county') return []
  const own = scope.office.kind === 'county' ? township : scope.township
  if (scope.office.kind !== 'county' && own === undefined) return []
  return offices.filter(({ kind, id, closed }) => kind === 'township' && !closed && (own === undefined || own === id)).map(({ id }) => id)
}

function nameOf(ledger: Ledger, by: string, id: string, { offices }: World): Label {
  const key = groupField(ledger, by) ?? by
  const field = ledger.fields[key]
  if (id === NO_GROUP) return unfilled
  if (key === 'township' && id === 'county') return countyItself
  const options = optionsOf(field, ledger.fields)
  if (options) return labelled(options[id], id)
  return labelled(offices.find((office) => office.kind === kindOf(ledger, key) && office.id === id)?.name, id)
}
