import type { MiddlewareHandler } from 'hono'
import { placeOfAddress, placeOfSecret } from '../store/counties.ts'
import { inCounty, ownCounty, parted } from '../store/county.ts'
import type { Env } from './area.ts'
import { sentAsCookie } from './cookie.ts'

const link = /^\/api\/(?:acts|calendars)\/([^/]+)$/

/**
 * Answers a request in the county whose it is: the one that the link of a mail or the address of a calendar names, or that of the session. Nothing that answers
 * it can reach another one.
 */
export const inItsCounty: MiddlewareHandler<Env> = async (c, next) => {
  const token = link.exec(c.req.path)?.[1]?.replace(/%7e/i, '~')
  return inCounty(await placeOfSecret(token ?? sentAsCookie(c) ?? ''), () => next())
}

/** Does what a secret of a mail or of a step before asks for, in the county that it names; one that names none of ours opens nothing. */
export async function opening<T>(carried: string, work: (secret: string) => Promise<T>): Promise<T> {
  const [place, { county, secret }] = [await placeOfSecret(carried), parted(carried)]
  return inCounty(place, () => work(place.county === county ? secret : ''))
}

/** Does what somebody asks for who has told his address and nothing else yet, in the county of his account. */
export async function atHome<T>(email: string, work: () => Promise<T>): Promise<T> {
  return inCounty(await placeOfAddress(email), work)
}

/** Counts something for all counties of the deployment together: whoever tries his luck does not begin anew in each. */
export function together<T>(work: () => T): T {
  return inCounty({ county: ownCounty() }, work)
}
