import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * A county of the deployment: what its keys begin with; where its letters lead and who sends them, where that is not the deployment's own; among how many the
 * account's rate of mails is divided meanwhile.
 */
export type Place = { county: string; origin?: string | undefined; mailFrom?: string | undefined; among?: number | undefined }

const here = new AsyncLocalStorage<Place>()

/**
 * Does some work in one county: every key that it reads or writes begins with it, whatever it asks for. Doors call this, once they know whose the work is
 * (a session, the key of a stream's record, a schedule's turn); nothing below them can name another county.
 */
export function inCounty<T>(place: Place, work: () => T): T {
  return here.run({ ...place }, work)
}

/** The piece of work that a door does now, an object of its own for each; undefined outside every door. */
export function workHere(): Place | undefined {
  return here.getStore()
}

/** Where the present work is done; the deployment's own county outside every door. */
export function placeHere(): Place {
  return here.getStore() ?? { county: ownCounty() }
}

/** The county of the present work, as keys begin with it. */
export function countyHere(): string {
  return placeHere().county
}

/** The county that the deployment was made for: whatever names no county is of this one. */
export function ownCounty(): string {
  return process.env.COUNTY || 'duban'
}

/** A secret as it leaves the house, with the county that it opens something in; of the deployment's own county it goes alone. */
export function carried(secret: string): string {
  const county = countyHere()
  return county === ownCounty() ? secret : `${county}~${secret}`
}

/** What was carried: the county that it names, known or not, and the secret itself. */
export function parted(carried: string): { county: string; secret: string } {
  const [, county = ownCounty(), secret = ''] = /^(?:([a-z][a-z0-9-]*)~)?(.*)$/s.exec(carried) ?? []
  return { county, secret }
}
