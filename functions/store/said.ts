import type { Scope } from '../../shared/scope.ts'
import { prefix } from './keys.ts'
import { getItems, type Item, putItems, query } from './table.ts'

/** The last rung of a duty's ladder that a person heard of, for one due day: a changed day begins anew. */
export type Said = { person: string; ledger: string; record: string; duty: string; dueOn: string } & Heard

/** `on`: the day on which it was said; `before`: the rung that he had heard of before that day. */
export type Heard = { rung: string; on: string; before?: string }

const YEARS = 2 * 365 * 86_400

const heap = (scope: Scope, person: string): string => `${prefix(scope)}#RUNGS#${person}`

/** What names a duty and its day among everything said to a person. */
export function saidKey({ ledger, record, duty, dueOn }: Pick<Said, 'ledger' | 'record' | 'duty' | 'dueOn'>): string {
  return ledger === '' ? dueOn : `${ledger}#${record}#${duty}#${dueOn}`
}

/** That an overview (`weekly`, `monthly`) was said to a person on a day, and on which day the one before; among the rungs it stands under its own name. */
export function overviewSaid(person: string, period: string, on: string, before: string | undefined): Said {
  return { person, ledger: '', record: '', duty: '', dueOn: period, rung: on, on, ...(before ? { before } : {}) }
}

/** Of a person who is asked for more than so much, all is read: some twenty lie in what a Query counts as one. */
const MUCH = 50

/**
 * The last rungs said to people of duties (`name`: their `saidKey`) and of overviews (their period), by person and name. Nothing is read of what was said of
 * other things, but of those few who owe much. Those noted by an earlier release tell no day.
 */
export async function readSaid(scope: Scope, of: { person: string; name: string }[]): Promise<Map<string, Map<string, Heard>>> {
  const said = new Map<string, Map<string, Heard>>()
  const hear = (person: string, { sk, rung, on = '', before }: Item & Heard) =>
    said.set(person, (said.get(person) ?? new Map<string, Heard>()).set(sk, { rung, on, ...(before ? { before } : {}) }))
  const people = [...Map.groupBy(of, ({ person }) => person)]
  const few = people.flatMap(([, names]) => (names.length > MUCH ? [] : names))
  const single = async () => {
    const found = await getItems<Item & Heard>(few.map(({ person, name }) => ({ pk: heap(scope, person), sk: name })))
    for (const [at, { person }] of few.entries()) if (found[at]) hear(person, found[at])
  }
  const whole = async (person: string) => {
    for await (const item of query<Item & Heard>({ pk: heap(scope, person) })) hear(person, item)
  }
  await Promise.all([single(), ...people.flatMap(([person, names]) => (names.length > MUCH ? [whole(person)] : []))])
  return said
}

/** Notes what was said; whoever writes holds the claim of that person's letter. Forgotten two years after `now`. */
export async function noteSaid(scope: Scope, said: Said[], now: Date): Promise<void> {
  const ttl = Math.floor(now.getTime() / 1000) + YEARS
  const items = said.map(({ person, rung, on, before, ...of }) => ({
    pk: heap(scope, person),
    sk: saidKey(of),
    rung,
    on,
    ...(before ? { before } : {}),
    ttl,
  }))
  // One overview stands behind many notices.
  await putItems([...new Map(items.map((item) => [`${item.pk}#${item.sk}`, item])).values()])
}
