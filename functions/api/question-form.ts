import type { Context } from 'hono'
import type * as z from 'zod'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Fault } from '../../shared/refusal.ts'
import { api } from '../../shared/words/api.ts'
import type { Env } from './area.ts'
import { faultsOf } from './faults.ts'
import { listQuery } from './filters.ts'
import { problem } from './problem.ts'
import { type Also, type OfficeAsked, questionFaults, type Readable } from './question.ts'
import type { Judged } from './route.ts'
import { usable, usableOne } from './usable.ts'

/** What answers a question whose form is wrong. */
export async function formRefused(
  query: z.ZodObject,
  also: Also,
  result: Extract<Judged, { success: false }>,
  c: Context<Env>,
): Promise<Response> {
  const ledgers = await asked(c)
  if (!ledgers) return problem(c, 404, api.notThere)
  const { lang } = c.var
  const read = readable(query, result.data)
  const others = await questionFaults(ledgers, listQuery(read), also(ledgers, read))
  const faults = (others?.faults ?? []).map(({ path, message }) => ({ path, message: message[lang] }))
  return problem(c, 422, api.badInput, { errors: [...faultsOf(result.error.issues, result.data, lang), ...faults] })
}

/** What is wrong with offices that the county does not have. */
export function officeFaults(unknown: OfficeAsked[]): Fault[] {
  return unknown.map(([path, kind, id]) => {
    const township = { zh: `“${id}”不是本县乡镇。`, en: `“${id}” is not a township of this county.` }
    const other = { zh: `没有“${id}”这个单位。`, en: `There is no ${path === 'unit' ? 'unit' : 'office'} “${id}”.` }
    return { path, code: 'bad', message: kind === 'township' ? township : other }
  })
}

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
