import type { Area } from './area.ts'

type Found = () => Promise<{ areas: (() => Area)[] }>

// Two halves and not twenty parts: each file more that a start opens costs it more than the bytes in it.
const daily: Found = () => import('./daily.ts')
const seldom: Found = () => import('./seldom.ts')

/**
 * Where the routes of an address are, by its first word: read when first asked for, so that a start does not wait for what its request has nothing to
 * do with.
 */
export const areas: { [word: string]: Found } = {
  ...{
    session: daily,
    ledgers: daily,
    records: daily,
    duties: daily,
    counts: daily,
    settings: daily,
    offices: daily,
    closings: daily,
    people: daily,
  },
  ...{
    acts: seldom,
    figures: seldom,
    imports: seldom,
    exports: seldom,
    files: seldom,
    notices: seldom,
    proofs: seldom,
    deadline: seldom,
    accounts: seldom,
    addresses: seldom,
    channels: seldom,
  },
  ...{ 'county-settings': seldom, sittings: seldom, log: seldom, health: seldom, 'openapi.json': seldom },
}
