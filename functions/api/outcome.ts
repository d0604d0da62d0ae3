import type { Context } from 'hono'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { isRefusal, type Refusal } from '../../shared/refusal.ts'
import { sees } from '../../shared/scope.ts'
import { api } from '../../shared/words/api.ts'
import { tellRecord } from './answer.ts'
import type { Env } from './area.ts'
import { problem, refused } from './problem.ts'
import { etag, eyesOf, tellWhole } from './tell.ts'

/** What a write may come back with: the record as it is now, a refusal, the record that somebody else changed first, or nothing there. */
type Outcome = { record: LedgerRecord } | Refusal | { stale: LedgerRecord } | { mismatch: true } | null

/** The answer to a change of a record. A step may take the record out of the caller's own sight: then only that it was done is said. */
export async function outcome(c: Context<Env>, ledger: Ledger, result: Outcome): Promise<Response> {
  if (result === null || 'mismatch' in result) return problem(c, 404, api.notThere)
  if (isRefusal(result)) return refused(c, result)
  if ('stale' in result) return stale(c, ledger, result.stale)
  const { record } = result
  if (sees(c.var.scope, record.readers)) return tellWhole(c, ledger, record)
  const { id, number, state, version } = record
  return c.json({ id, ledger: ledger.key, ...(number ? { number } : {}), state, version, gone: true })
}

/** 412 with the present record, as the caller may see it. */
export async function stale(c: Context<Env>, ledger: Ledger, record: LedgerRecord): Promise<Response> {
  c.header('ETag', etag(record))
  return problem(c, 412, api.stale, { current: tellRecord(ledger, record, [], await eyesOf(c)) })
}
