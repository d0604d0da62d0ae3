import type { Scope } from '../../shared/scope.ts'
import { countyHere } from '../store/county.ts'
import type { Person } from '../store/people.ts'

/** The scope of a person in the county of his session: everything he may reach follows from it. */
export function scopeOf(person: Person): Scope {
  const { id, name, role, office, township, desks } = person
  const own = office.kind === 'township' ? office.id : township
  return { county: countyHere(), person: id, name, role, office, ...(own ? { township: own } : {}), ...(desks ? { desks } : {}) }
}
