import type { Context } from 'hono'
import type * as z from 'zod'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { type Fault, type Refusal, refuseInput } from '../../shared/refusal.ts'
import { api } from '../../shared/words/api.ts'
import { type ListQuery, queryFaults } from '../store/list-query.ts'
import { world } from '../world.ts'
import { type Env, refuse } from './area.ts'
import { faultsOf } from './faults.ts'
import { listQuery } from './filters.ts'
import { problem } from './problem.ts'
import type { Judge } from './route.ts'
import { usable, usableOne } from './usable.ts'

/** Everything that cannot be asked of these ledgers: unknown offices, orders, states and fields. Null when all is well. */
export async function questionFaults(ledgers: Ledger[], query: ListQuery, also: Fault[] = []): Promise<Refusal | null> {
  const faults = [...queryFaults(ledgers, query), ...(await officeFaults(query)), ...also]
  return faults.length > 0 ? refuseInput(faults) : null
}

type Also = (ledgers: Ledger[], read: Readable) => Fault[]

/** Of a question whose form is wrong, tells also what cannot be asked in the rest of it, so that every fault is named at once. */
export function questioned(query: z.ZodObject, also: Also = () => []): Judge {
  return async (result, c) => {
    if (result.success || result.target !== 'query') return refuse(result, c)
    const ledgers = await asked(c)
    if (!ledgers) return problem(c, 404, api.notThere)
    const { lang } = c.var
    const read = readable(query, result.data)
    const others = await questionFaults(ledgers, listQuery(read), also(ledgers, read))
    const faults = (others?.faults ?? []).map(({ path, message }) => ({ path, message: message[lang] }))
    return problem(c, 422, api.badInput, { errors: [...faultsOf(result.error.issues, result.data, lang), ...faults] })
  }
}

type Readable = Parameters<typeof listQuery>[0] & { by?: string }

/** The ledgers that a question is about: the one in its address, else all. */
async function asked(c: Context<Env>): Promise<Ledger[] | null> {
  const key = c.req.param('ledger')
  if (key === undefined) return (await usable(c.var.scope)).map(({ ledger }) => ledger)
  const found = await usableOne(c.var.scope, key)
  return found && [found.ledger]
}

/** What of a question can be read. */
function readable({ shape }: z.ZodObject, question: unknown): Readable {
  const read = Object.entries(shape).flatMap(([key, schema]) => {
    const value = (question as Record<string, unknown>)[key]
    const parsed = (schema as z.ZodType).safeParse(value)
    return value !== undefined && parsed.success ? [[key, parsed.data]] : []
  })
  return Object.fromEntries(read)
}

/** The offices of a filter must be the county's: a misspelt one would look like an empty list. */
async function officeFaults({ township, unit, holder }: ListQuery): Promise<Fault[]> {
  const { offices } = await world()
  const known = (kind: string, id: string) => offices.some((office) => office.kind === kind && office.id === id)
  const faults: Fault[] = []
  if (township !== undefined && township !== 'county' && !known('township', township))
    faults.push(fault('township', `“${township}”不是本县乡镇。`, `“${township}” is not a township of this county.`))
  if (unit !== undefined && !known('unit', unit)) faults.push(fault('unit', `没有“${unit}”这个单位。`, `There is no unit “${unit}”.`))
  const [kind = '', id = ''] = holder?.split(':') ?? []
  if (['township', 'unit'].includes(kind) && !known(kind, id))
    faults.push(fault('holder', `没有“${id}”这个单位。`, `There is no office “${id}”.`))
  return faults
}

function fault(path: string, zh: string, en: string): Fault {
  return { path, code: 'bad', message: { zh, en } }
}
