import type { Context } from 'hono'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { isRefusal, type Refusal } from '../../shared/refusal.ts'
import { sees } from '../../shared/scope.ts'
import { api } from '../../shared/words/api.ts'
import { failedAfterwards } from '../afterwards.ts'
import { tellRecord } from './answer.ts'
import type { Env } from './area.ts'
import { problem, refused } from './problem.ts'
import { etag, eyesOf, tellWhole } from './tell.ts'
import { staleWords, takenWords } from './version-said.ts'

/** What a write may come back with: the record as it is now, a refusal, the record that somebody else changed first, or nothing there. */
type Outcome = { record: LedgerRecord } | Refusal | { stale: LedgerRecord } | { mismatch: true } | null

/**
 * The answer to a change of a record. A step may take the record out of the caller's own sight, or do away with it (`gone`), or the record may be stored and not be readable
 * just now (`short`): then only that it was done is said. `step`: the step that was to be taken.
 */
export async function outcome(c: Context<Env>, ledger: Ledger, result: Outcome, step?: string): Promise<Response> {
  if (result === null) return problem(c, 404, api.notThere)
  if ('mismatch' in result)
    return problem(c, 422, api.keyReused, { errors: [{ path: 'Idempotency-Key', message: api.keyReused[c.var.lang] }] })
  if (isRefusal(result)) return refused(c, result)
  if ('stale' in result) return stale(c, ledger, result.stale, step)
  const { record } = result
  if (record.deleted || !sees(c.var.scope, record.readers)) return c.json({ ...inShort(record), gone: true })
  try {
    return await tellWhole(c, ledger, record)
  } catch (error) {
    // It is stored: that it cannot be told in full just now is no failure of the change.
    failedAfterwards('telling', error)
    c.header('ETag', etag(record))
    return c.json({ ...inShort(record), short: true })
  }
}

const inShort = ({ id, ledger, number, state, version }: LedgerRecord) => ({ id, ledger, ...(number ? { number } : {}), state, version })

/** 412 with the present record, as the caller may see it: somebody was first, or no version was named that could be the one seen. */
export async function stale(c: Context<Env>, ledger: Ledger, record: LedgerRecord, step?: string): Promise<Response> {
  c.header('ETag', etag(record))
  const words = takenWords(ledger, record, step) ?? staleWords(c.req.header('if-match'))
  return problem(c, 412, words, { current: tellRecord(ledger, record, [], await eyesOf(c)) })
}
