import type { Context } from 'hono'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import { readFollowers } from '../store/followers.ts'
import { beginRecord } from '../store/records.ts'
import { systemScope } from '../store/system-scope.ts'
import type { Env } from './area.ts'

/** A record that a question names, read before it is known who asks: `record` tells it to a scope that may see it; `followers`: who follows it, whoever may. */
export type Ahead = { record: (scope: Scope) => Promise<LedgerRecord | null>; followers: Promise<LedgerRecord[]> }

const record = /^\/api\/records\/([a-z][a-zA-Z0-9-]{0,63})\/([a-z][a-zA-Z0-9-]{0,63})$/

/** Begins to read the record that a question is about, beside the session and not after it. */
export function readAhead(c: Context<Env>): void {
  const [, ledger, id] = (c.req.method === 'GET' && record.exec(c.req.path)) || []
  if (ledger && id) c.set('ahead', aheadOf(ledger, id))
}

/** The same, where nobody has begun yet. */
export function aheadOf(ledger: string, id: string): Ahead {
  const system = systemScope()
  const followers = readFollowers(system, { ledger, id })
  // Who asks may turn out to be nobody: then nobody waits for it.
  followers.catch(() => undefined)
  return { record: beginRecord(system, ledger, id), followers }
}
