import type * as z from 'zod'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { type Fault, type Refusal, refuseInput } from '../../shared/refusal.ts'
import { type ListQuery, queryFaults } from '../store/list-query.ts'
import { world } from '../world.ts'
import { refuse } from './area.ts'
import type { listQuery } from './filters.ts'
import type { Judge } from './route.ts'

/** Everything that cannot be asked of these ledgers: unknown offices, orders, states and fields. Null when all is well. */
export async function questionFaults(ledgers: Ledger[], query: ListQuery, also: Fault[] = []): Promise<Refusal | null> {
  const { offices } = await world()
  // A misspelt office would look like an empty list.
  const unknown = officesAsked(query).filter(([, kind, id]) => !offices.some((office) => office.kind === kind && office.id === id))
  const faults = [...queryFaults(ledgers, query), ...(unknown.length > 0 ? (await seldom()).officeFaults(unknown) : []), ...also]
  return faults.length > 0 ? refuseInput(faults) : null
}

/** Of a question whose form is wrong, tells also what cannot be asked in the rest of it, so that every fault is named at once. */
export function questioned(query: z.ZodObject, also: Also = () => []): Judge {
  return async (result, c) =>
    result.success || result.target !== 'query' ? refuse(result, c) : (await seldom()).formRefused(query, also, result, c)
}

// Few questions are wrong.
const seldom = () => import('./question-form.ts')

export type Also = (ledgers: Ledger[], read: Readable) => Fault[]

/** What of a question can be read. */
export type Readable = Parameters<typeof listQuery>[0] & { by?: string }

/** An office that a filter names, and where. */
export type OfficeAsked = [path: string, kind: string, id: string]

function officesAsked({ township = 'county', unit, holder }: ListQuery): OfficeAsked[] {
  const [kind = '', id = ''] = holder?.split(':') ?? []
  return [
    ...(township === 'county' ? [] : [['township', 'township', township] as OfficeAsked]),
    ...(unit === undefined ? [] : [['unit', 'unit', unit] as OfficeAsked]),
    ...(holder === undefined ? [] : [['holder', kind, id] as OfficeAsked]),
  ]
}
