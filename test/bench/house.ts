import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { startDatabase } from '../../cdk/local/database.ts'
import { throwAway } from '../../cdk/local/database-tuning.ts'
import { putOffice } from '../../functions/store/offices.ts'
import { addPerson, type Person } from '../../functions/store/people.ts'
import { beginSession } from '../../functions/store/sessions.ts'
import type { Role, Scope } from '../../shared/scope.ts'
import { eventOf } from '../functions/api-house.ts'
import { createTable } from '../platform.ts'

export const townships = 'xinan duigougang tianlou beichenji zhangdian sankou mengxingzhuang tanggou bailu xinji lijiji'.split(' ')
export const units = 'water education transport health housing agriculture police civil ecology culture finance labour'.split(' ')
export const today = '2026-06-10'
export const county: Scope = { person: 'pcounty00', name: '县办', role: 'admin', office: { kind: 'county', id: 'county' } }
export const township = (id: string): Scope => ({
  person: `p${id}000`,
  name: id,
  role: 'clerk',
  office: { kind: 'township', id },
  township: id,
})
export const unit = (id: string): Scope => ({ person: `p${id}000`, name: id, role: 'liaison', office: { kind: 'unit', id } })

type Answer = { statusCode: number; body: string }
export type Handler = (event: never, context: never) => Promise<unknown>
export type Ask = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>

/** A table of its own in memory, the county's offices, and the environment that the doors want. */
export async function openTable() {
  const folder = mkdtempSync(join(process.env.BENCH_FOLDER ?? throwAway(), 'duban-'))
  const database = await startDatabase(folder)
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: database.endpoint,
    AWS_REGION: 'local',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    COUNTY: 'duban',
    ORIGIN: 'http://localhost:3000',
    STAGE: 'local',
    TODAY: today,
    TABLE: await createTable(database.endpoint, { streamed: true }),
  })
  await putOffice({ id: 'county', kind: 'county', name: { zh: '县办', en: 'County' } })
  for (const id of townships) await putOffice({ id, kind: 'township', name: { zh: id, en: id } })
  for (const id of units) await putOffice({ id, kind: 'unit', name: { zh: id, en: id } })
  const stop = async () => {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { endpoint: database.endpoint, folder, stop }
}

/** Somebody at a door: events as API Gateway sends them, with the cookie of a session where the scope has an account. */
export async function at(handler: Handler, scope: Scope, role: Role = scope.role): Promise<Ask> {
  const { person: id, name, office } = scope
  const person: Person = { id, name, email: `${id}@duban.test`, role, office, createdAt: new Date().toISOString() }
  await addPerson('system', person)
  const cookie = `duban=${await beginSession(id, new Date())}`
  return async (method, path, body, headers = {}) => {
    const answer = (await handler(eventOf(method, path, { body, cookie, headers }) as never, {} as never)) as Answer
    if (answer.statusCode >= 400) throw new Error(`${method} ${path}: ${answer.statusCode} ${answer.body}`)
    return answer
  }
}
