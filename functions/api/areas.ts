import type { Area } from './area.ts'

type Found = () => Promise<{ areas: (() => Area)[] }>

// Six parts and not twenty: each file more that a start opens costs it more than the bytes in it. What the first shares with another lies in one file.
const daily: Found = () => import('./daily.ts')
const seldom: Found = () => import('./seldom.ts')
const mails: Found = () => import('./mails.ts')
const registers: Found = () => import('./registers.ts')
const papers: Found = () => import('./papers.ts')
// What a link of a mail opens, which asks for nothing else.
const acts: Found = () => import('./acts.ts')

/**
 * Where the routes of an address are, by its first word, or by that and what is done to the item behind it (`offices/close`): read when first asked for, so
 * that a start does not wait for what its request has nothing to
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
  },
  ...{
    figures: seldom,
    moves: seldom,
    files: seldom,
    deadline: seldom,
    deputies: seldom,
    closings: seldom,
    'offices/close': seldom,
    'offices/hand-over': seldom,
    'records/why-visible': seldom,
  },
  ...{ notices: mails, people: mails, proofs: mails, addresses: mails, channels: mails, log: mails, acts, 'records/urge': mails },
  ...{ imports: registers, exports: registers, accounts: registers },
  ...{ papers, 'paper-jobs': papers, 'returned-pages': papers, reports: papers, year: papers, calendars: papers, 'last-meeting': papers },
  ...{ 'county-settings': seldom, sittings: seldom, 'day-moves': seldom, health: seldom, 'openapi.json': seldom },
}
