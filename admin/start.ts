import { calendar, type NamedDay } from '../shared/deadline/calendar.ts'
import type { Definition } from '../shared/definition/ledger.ts'
import type { Scope } from '../shared/scope.ts'
import type { Sitting } from '../shared/sitting.ts'
import type { EntryLimits, Office, World } from '../shared/world.ts'
import { request } from './http.ts'
import type { Me } from './panel.ts'
import { quit, wasHere } from './person.ts'
import { HttpError } from './problem.ts'

type CountySettings = { off?: NamedDay[]; work?: NamedDay[]; published?: number[]; sittings?: Sitting[]; entry?: EntryLimits }
export type Start = {
  me: Me
  scope: Scope
  definitions: Definition[]
  offices: Office[]
  world: World
  settings: Record<string, unknown>
  /** The county's settings as they were answered: pages that show them ask again only for a newer version. */
  county: object | null
}

/**
 * Everything that the panel needs before it can draw, in one parallel burst; null when nobody is signed in. Where nobody was when this browser was left, that
 * is asked first: nothing is asked that would be refused.
 */
export async function start(): Promise<Start | null> {
  if (!wasHere() && (await request<Me | null>('/session?maybe=true')) === null) return null
  const [me, definitions, offices, settings, county] = await Promise.all([
    request<Me>('/session').catch(unlessSignedOut),
    request<{ data: Definition[] }>('/ledgers').catch(unlessSignedOut),
    request<{ data: Office[] }>('/offices').catch(unlessSignedOut),
    request<Record<string, unknown>>('/settings').catch(unlessSignedOut),
    request<CountySettings>('/county-settings').catch(() => null),
  ])
  if (!me || !definitions || !offices) {
    quit(false)
    return null
  }
  const { off, work, published, sittings = [], entry } = county ?? {}
  return {
    me,
    scope: scopeOf(me),
    definitions: definitions.data,
    offices: offices.data,
    world: { calendar: calendar(off, work, published), offices: offices.data, sittings, ...(entry ? { entry } : {}) },
    settings: settings ?? {},
    county,
  }
}

function scopeOf({ id, name, role, office, township, desks }: Me): Scope {
  const own = township ?? (office.kind === 'township' ? office.id : undefined)
  return {
    person: id,
    name,
    role,
    office: { kind: office.kind, id: office.id },
    ...(own ? { township: own } : {}),
    ...(desks ? { desks } : {}),
  }
}

function unlessSignedOut(error: unknown): null {
  if (error instanceof HttpError && (error.status === 401 || error.status === 404)) return null
  throw error
}
