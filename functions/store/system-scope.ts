import type { Scope } from '../../shared/scope.ts'
import { countyHere } from './county.ts'

/** The scope of jobs: nobody's account, sees everything of the county that the present work is for, acts as the system. */
export function systemScope(): Scope {
  return { person: 'system', name: '系统', role: 'leader', office: { kind: 'county', id: 'county' }, system: true, county: countyHere() }
}
