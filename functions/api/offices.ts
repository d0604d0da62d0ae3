import * as z from 'zod'
import { Key, Label } from '../../shared/definition/names.ts'
import type { Scope } from '../../shared/scope.ts'
import { oneLine } from '../../shared/text.ts'
import { api } from '../../shared/words/api.ts'
import type { Office } from '../../shared/world.ts'
import { changeOffice, listOffices, putOffice } from '../store/offices.ts'
import { changePerson, peopleOf } from '../store/people.ts'
import { changedWorld, world } from '../world.ts'
import { type Area, answers, area, body } from './area.ts'
import { officeKinds } from './caller.ts'
import { noteDone } from './note.ts'
import { problem, wrong } from './problem.ts'
import { createRoute } from './route.ts'

const tags = ['offices']
const officeShape = () =>
  z
    .object({
      id: z.string(),
      kind: z.enum(officeKinds),
      name: Label,
      township: z.string().optional(),
      phone: z.string().optional(),
      closed: z.boolean().optional(),
      successor: z.string().optional().meta({ description: 'The office of the same kind that took it over.' }),
    })
    .meta({ id: 'Office' })
const Phone = z.string().overwrite(oneLine).max(40).optional()
const Given = z.strictObject({ id: Key, kind: z.enum(['township', 'unit', 'deputy']), name: Label, township: Key.optional(), phone: Phone })
const Patch = z.strictObject({ name: Label.optional(), closed: z.boolean().optional(), township: Key.optional(), phone: Phone })

const list = createRoute({
  method: 'get',
  path: '/api/offices',
  tags,
  summary: 'Townships, units and the county office',
  request: { query: z.strictObject({ kind: z.enum(officeKinds).optional() }) },
  responses: answers(200, 'In the county’s order. Deputies are named to the county and to their own township only.', () =>
    z.object({ data: z.array(officeShape()) }),
  ),
})
const post = createRoute({
  method: 'post',
  path: '/api/offices',
  tags,
  summary: 'Add an office',
  request: { body: body(Given) },
  responses: answers(201, 'The office.', officeShape),
})
const patch = createRoute({
  method: 'patch',
  path: '/api/offices/{kind}/{id}',
  tags,
  summary: 'Rename, close or reopen an office',
  request: { params: z.object({ kind: z.enum(officeKinds), id: Key }), body: body(Patch) },
  responses: answers(200, 'The office.', officeShape),
})

export function officeRoutes(): Area {
  const routes = area()
  routes.openapi(list, async (c) => {
    const { kind } = c.req.valid('query')
    const offices = await listOffices()
    return c.json({ data: offices.filter((office) => (!kind || office.kind === kind) && mayKnow(c.var.scope, office)) })
  })
  routes.openapi(post, async (c) => {
    const { scope } = c.var
    if (scope.role !== 'admin') return problem(c, 403, api.adminsOnly)
    const office = c.req.valid('json')
    const fault = townshipFault(office, (await world()).offices)
    if (fault) return wrong(c, 'township', fault)
    const { township, ...rest } = office
    const made: Office = { ...rest, ...(township && office.kind === 'deputy' ? { township } : {}) }
    if (!(await putOffice(made, { fresh: true }))) return wrong(c, 'id', api.officeTaken)
    await changedWorld()
    await noteDone(c, 'office.create', `${made.kind}:${made.id}`)
    return c.json(made, 201)
  })
  routes.openapi(patch, async (c) => {
    const { scope } = c.var
    if (scope.role !== 'admin') return problem(c, 403, api.adminsOnly)
    const { kind, id } = c.req.valid('param')
    const { closed, name, township, phone } = c.req.valid('json')
    const offices = await listOffices()
    const office = offices.find((one) => one.kind === kind && one.id === id)
    if (!office) return problem(c, 404, api.notThere)
    const { closed: was, successor, ...rest } = office
    const next: Office = {
      ...rest,
      ...(name ? { name } : {}),
      ...(phone ? { phone } : {}),
      ...(township && kind === 'deputy' ? { township } : {}),
      ...((closed ?? was) ? { closed: true as const, ...(successor ? { successor } : {}) } : {}),
    }
    const fault = next.township === office.township ? null : townshipFault(next, offices)
    if (fault) return wrong(c, 'township', fault)
    await changeOffice(next)
    // A deputy's people see the township that he belongs to.
    if (next.township !== undefined && next.township !== office.township)
      for (const { id: person } of await peopleOf('system', next)) await changePerson('system', person, { township: next.township })
    await changedWorld()
    await noteDone(c, 'office.change', `${kind}:${id}`)
    return c.json(next)
  })
  return routes
}

/** A deputy is entered in, or moves to, a township of this county that is not closed. */
function townshipFault({ kind, township }: Pick<Office, 'kind' | 'township'>, offices: Office[]): typeof api.township | null {
  if (kind !== 'deputy') return null
  return offices.some((office) => office.kind === 'township' && office.id === township && !office.closed) ? null : api.township
}

function mayKnow({ office: own, township }: Scope, office: Office): boolean {
  if (office.kind !== 'deputy' || own.kind === 'county') return true
  return own.kind === 'township'
    ? office.township === own.id
    : own.id === office.id && own.kind === 'deputy' && township === office.township
}
