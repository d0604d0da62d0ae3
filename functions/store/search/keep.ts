import type { Scope } from '../../../shared/scope.ts'
import { world } from '../../world.ts'
import { COUNTY_PART, ownerOf } from '../parts.ts'
import { beginPacking, packTexts } from './pack.ts'

/** So many texts are marked as fresh before it is worth packing them while people work. */
const WORTH = 40
/** Most texts of a pack, and most that a county begins with: by day, while a stream waits; by night. */
const BY_DAY = 2048
const BY_NIGHT = 16_384
const MINUTES = { day: 1, night: 5 }

/** Packs what is fresh when it has become much: after writes, and when a register has come in. Answers how many texts. */
export async function packByDay(scope: Scope, now: () => Date): Promise<number> {
  return keep(scope, now, { atLeast: WORTH, most: BY_DAY, begin: BY_DAY, minutes: MINUTES.day })
}

/** Packs whatever is fresh, and packs into larger ones. Answers how many texts. */
export async function packByNight(scope: Scope, now: () => Date): Promise<number> {
  return keep(scope, now, { atLeast: 0, most: BY_NIGHT, begin: Number.POSITIVE_INFINITY, minutes: MINUTES.night })
}

type Pace = { atLeast: number; most: number; begin: number; minutes: number }

async function keep(scope: Scope, now: () => Date, { atLeast, most, begin, minutes }: Pace): Promise<number> {
  const { offices } = await world()
  const owners = [COUNTY_PART, ...offices.filter(({ kind }) => kind === 'township').map(({ id }) => ownerOf(id))]
  await beginPacking(scope, owners, begin)
  const until = new Date(now().getTime() + minutes * 60_000)
  return packTexts(scope, { atLeast, most, now, until })
}
