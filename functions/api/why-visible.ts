import * as z from 'zod'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { Label } from '../../shared/definition/names.ts'
import { bearersOf } from '../../shared/engine/seats.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { tokens } from '../../shared/scope.ts'
import { api } from '../../shared/words/api.ts'
import { alike, noAccount, seenBecause, unseen } from '../../shared/words/visible.ts'
import { personById } from '../store/people.ts'
import { readRecord } from '../store/records.ts'
import { world } from '../world.ts'
import { type Area, answers, area } from './area.ts'
import { problem } from './problem.ts'
import { Place, RecordId } from './record-shapes.ts'
import { createRoute } from './route.ts'
import { scopeOf } from './scope-of.ts'
import { usableOne } from './usable.ts'

const get = createRoute({
  method: 'get',
  path: '/api/records/{ledger}/{id}/why-visible',
  tags: ['records'],
  summary: 'Why somebody sees a record, or does not',
  request: { params: Place.extend({ id: RecordId }), query: z.strictObject({ person: z.string().regex(/^p[0-9a-z]{8,40}$/) }) },
  responses: answers(200, 'The rule in words.', () => z.object({ visible: z.boolean(), because: Label })),
})

export function whyRoutes(): Area {
  const routes = area()
  routes.openapi(get, async (c) => {
    const { ledger, id } = c.req.valid('param')
    if (c.var.scope.office.kind !== 'county') return problem(c, 403, api.countyOnly)
    const found = await usableOne(c.var.scope, ledger)
    const record = found && (await readRecord(c.var.scope, ledger, id))
    const person = await personById(c.var.scope, c.req.valid('query').person)
    if (!record || !person) return problem(c, 404, api.notThere)
    const now = await world()
    const { offices } = now
    const name = (token: string) =>
      offices.find((office) => token === (office.kind === 'county' ? 'county' : `${office.kind}:${office.id}`))?.name
    if (person.disabled) return c.json({ visible: false, because: api.disabledSees })
    if (person.role === 'leader') return c.json({ visible: true, because: api.leaderSees })
    const mine = tokens(scopeOf(person))
    const token = record.readers.find((reader) => mine.includes(reader) || (person.role === 'admin' && reader.startsWith('county:')))
    if (token) return c.json({ visible: true, because: seenBecause(token, name(token)) })
    const named = record.readers.flatMap((reader) => name(reader) ?? [])
    const brought = deputiesWhoRead(found.ledger, record).flatMap((each) => {
      const bearers = bearersOf(each, record.township, now)
      return bearers.some(({ id }) => record.readers.includes(`deputy:${id}`)) ? [] : (bearers.length > 1 ? alike : noAccount)(each)
    })
    const own = offices.find(({ kind, id }) => kind === person.office.kind && id === person.office.id && kind !== 'deputy')
    return c.json({ visible: false, because: unseen([...named, ...brought], own?.name) })
  })
  return routes
}

/** The deputies named on an item who may read it, by their names. */
function deputiesWhoRead(ledger: Ledger, { data, state }: LedgerRecord): string[] {
  const words = ledger.may.read.flatMap((access) =>
    typeof access === 'string' ? access : !access.in || access.in.includes(state) ? access.who : [],
  )
  const fields = words.filter((word) => word.startsWith('@')).map((word) => word.slice(1))
  const names = fields.filter((key) => ledger.fields[key]?.kind === 'deputies').flatMap((key) => (data[key] ?? []) as string[])
  return [...new Set(names)]
}
