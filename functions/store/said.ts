import type { Scope } from '../../shared/scope.ts'
import { prefix } from './keys.ts'
import { putItems, query } from './table.ts'

/** The last rung of a duty's ladder that a person heard of, for one due day: a changed day begins anew. */
export type Said = { person: string; ledger: string; record: string; duty: string; dueOn: string; rung: string }

const YEARS = 2 * 365 * 86_400

const heap = (scope: Scope, person: string): string => `${prefix(scope)}#RUNGS#${person}`

/** What names a duty and its day among everything said to a person. */
export function saidKey({ ledger, record, duty, dueOn }: Omit<Said, 'person' | 'rung'>): string {
  return `${ledger}#${record}#${duty}#${dueOn}`
}

/** The last rung said to a person of each duty, by `saidKey`: one Query for all. */
export async function readSaid(scope: Scope, person: string): Promise<Map<string, string>> {
  const said = new Map<string, string>()
  for await (const { sk, rung } of query<{ sk: string; rung: string }>({ pk: heap(scope, person) })) said.set(sk, rung)
  return said
}

/** Notes what was said; whoever writes holds the claim of that person's letter. Forgotten two years after `now`. */
export async function noteSaid(scope: Scope, said: Said[], now: Date): Promise<void> {
  const ttl = Math.floor(now.getTime() / 1000) + YEARS
  await putItems(said.map((each) => ({ pk: heap(scope, each.person), sk: saidKey(each), rung: each.rung, ttl })))
}
