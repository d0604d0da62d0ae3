import type { Scope } from '../../shared/scope.ts'
import { listPeople, type Person, peopleOf } from '../store/people.ts'
import { tellPosts } from './account.ts'
import { type Area, answers, area } from './area.ts'
import { createRoute } from './route.ts'

const get = createRoute({
  method: 'get',
  path: '/api/people',
  tags: ['people'],
  summary: 'Whom the caller may name on a record',
  responses: answers(
    200,
    'Who can sign in: all for the county; a township its own people and its deputies; others those of their own office.',
    async () => (await import('../../shared/wire.ts')).PeopleAnswer,
  ),
})

/** People to choose from in forms: names only, never how they are reached. */
export function peopleRoutes(): Area {
  const routes = area()
  routes.openapi(get, async (c) => {
    const people = await nameable(c.var.scope)
    const data = people
      .filter(({ disabled }) => !disabled)
      .map((person) => ({ id: person.id, name: person.name, office: person.office, ...tellPosts(person) }))
    return c.json({ data: data.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN')) })
  })
  return routes
}

async function nameable(scope: Scope): Promise<Person[]> {
  const { kind, id } = scope.office
  if (kind !== 'township') return kind === 'county' ? listPeople(scope) : peopleOf(scope, scope.office)
  const everybody = await listPeople('system')
  return everybody.filter(({ office, township }) =>
    office.kind === 'deputy' ? township === id : office.kind === 'township' && office.id === id,
  )
}
