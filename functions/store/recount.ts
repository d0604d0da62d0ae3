import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Scope } from '../../shared/scope.ts'
import { world } from '../world.ts'
import { countedBy, readCounter } from './counter-rows.ts'
import { keys } from './keys.ts'
import { COUNTY_PART, EVERYBODY } from './parts.ts'
import { ofRev, recountFigures } from './recount-figures.ts'
import { LAST } from './rows.ts'
import { suspects } from './suspects.ts'
import { type Item, query, updateItem } from './table.ts'

export type Recount = {
  partitions: number
  drifted: { partition: string; counter: string; by: Record<string, number>; repaired: boolean }[]
}

type Tally = Map<string, Record<string, number>>
type Drift = Recount['drifted'][number] & { pk: string; rev: number }

const AT_ONCE = 8
/** A partition that moved so lately may still have counts on their way: it is told, not repaired. */
const QUIET_MINUTES = 15

/**
 * Looks at every partition; where counters and entries differ, counts it anew from its entries and brings the counters to it. What differs is drift:
 * told one by one, and repaired.
 */
export async function recountAll(scope: Scope, ledgers: Ledger[], now: Date): Promise<Recount> {
  const known = await world()
  const offices = known.offices.filter(({ kind }) => kind !== 'county').map(({ kind, id }) => `${kind}:${id}`)
  const parts = [EVERYBODY, COUNTY_PART, ...offices]
  const drifted: Recount['drifted'] = []
  const all: { ledger: string; part: string }[] = []
  for (let at = 0; at < parts.length; at += AT_ONCE) {
    const some = parts.slice(at, at + AT_ONCE)
    const found = await Promise.all(some.map((part) => suspects(scope, part)))
    all.push(
      ...some.flatMap((part, which) => ledgers.filter(({ key }) => found[which]?.has(key)).map(({ key }) => ({ ledger: key, part }))),
    )
  }
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const found = await Promise.all(all.slice(at, at + AT_ONCE).map(({ ledger, part }) => recount(scope, ledger, part, now)))
    drifted.push(...found.flat())
  }
  for (const ledger of ledgers) drifted.push(...(await recountFigures(scope, ledger, quietSince(now))))
  return { partitions: ledgers.length * parts.length, drifted }
}

async function recount(scope: Scope, ledger: string, part: string, now: Date): Promise<Recount['drifted']> {
  const { is, quiet } = await countEntries(scope, ledger, part, now)
  const drifts = await compare(scope, ledger, part, is)
  return Promise.all(
    drifts.map(async ({ pk, rev, ...drift }) => ({ ...drift, repaired: quiet && (await repair(pk, drift.counter, drift.by, rev)) })),
  )
}

async function countEntries(scope: Scope, ledger: string, part: string, now: Date): Promise<{ is: Tally; quiet: boolean }> {
  const since = quietSince(now)
  const is: Tally = new Map()
  let quiet = true
  for await (const entry of query<Item & { g6sk: string; updatedAt: string }>({ pk: keys.entries(scope, ledger, part) })) {
    if (entry.updatedAt > since) quiet = false
    const { sk, day } = countedBy(entry)
    const tally = is.get(sk) ?? { n: 0 }
    tally.n = (tally.n ?? 0) + 1
    if (day !== LAST) tally[`d:${day}`] = (tally[`d:${day}`] ?? 0) + 1
    is.set(sk, tally)
  }
  return { is, quiet }
}

function quietSince(now: Date): string {
  return new Date(now.getTime() - QUIET_MINUTES * 60_000).toISOString()
}

async function compare(scope: Scope, ledger: string, part: string, is: Tally): Promise<Drift[]> {
  const pk = keys.counters(scope, part)
  const drifts: Drift[] = []
  const seen = new Set<string>()
  const differs = (sk: string, was: Record<string, number>, rev: number) => {
    const now = is.get(sk) ?? {}
    const by = Object.fromEntries(
      [...new Set([...Object.keys(was), ...Object.keys(now)])]
        .map((name) => [name, (now[name] ?? 0) - (was[name] ?? 0)])
        .filter(([, n]) => n !== 0),
    )
    if (Object.keys(by).length > 0) drifts.push({ pk, partition: `${ledger}#${part}`, counter: sk, by, repaired: false, rev })
    seen.add(sk)
  }
  for await (const item of query<Item>({ pk, begins: `${ledger}#` })) {
    const { sk, n, days, rev } = readCounter(item)
    differs(sk, { n, ...Object.fromEntries(days.filter(([day]) => day !== LAST).map(([day, count]) => [`d:${day}`, count])) }, rev)
  }
  for (const sk of is.keys()) if (!seen.has(sk)) differs(sk, {}, 0)
  return drifts
}

/** Only when the counter has not moved since it was read. */
async function repair(pk: string, sk: string, by: Record<string, number>, rev: number): Promise<boolean> {
  return (await updateItem({ pk, sk }, { add: { ...by, rev: 1 }, when: ofRev(rev) })) !== false
}
