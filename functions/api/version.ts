import type { Context } from 'hono'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { api } from '../../shared/words/api.ts'
import { readRecord } from '../store/records.ts'
import type { Env } from './area.ts'
import { stale } from './outcome.ts'
import { problem } from './problem.ts'
import { usableOne } from './usable.ts'
import { versionIn } from './version-said.ts'

/** The version that a change claims to have seen; or the answer when the record is not there (404), none is named (428) or none that could be (412). */
export async function versionOf(
  c: Context<Env>,
  key: string,
  id: string,
): Promise<{ ledger: Ledger; version: number } | { answer: Response }> {
  const found = await usableOne(c.var.scope, key)
  if (!found) return { answer: problem(c, 404, api.notThere) }
  const said = c.req.header('if-match')
  const version = versionIn(said)
  if (version !== undefined) return { ledger: found.ledger, version }
  const record = await readRecord(c.var.scope, key, id)
  if (!record) return { answer: problem(c, 404, api.notThere) }
  return { answer: said ? await stale(c, found.ledger, record) : problem(c, 428, api.versionMissing) }
}
