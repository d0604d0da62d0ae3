// Invoked by hand (or by the local machine) after a deployment, before anybody has an account. Safe to run again: what is there stays, and who got no
// invitation gets one. Its answer says who was invited, who was not and why.

import './own-lines.ts'
import { clockAt } from './clock.ts'
import { env } from './env.ts'
import { originHere } from './here.ts'
import { type Settled, settle, type Wanted } from './settle.ts'
import { putCounty } from './store/counties.ts'
import { inCounty, ownCounty, type Place } from './store/county.ts'

/** A county that is named is added to the deployment unless it is there, with where its letters lead and who sends them; else it is the deployment's own. */
type Asked = Wanted & Partial<Place>

export async function handler({ county = ownCounty(), origin, mailFrom, ...wanted }: Asked): Promise<Settled> {
  const { keeper } = await import('./identity/keeper.ts')
  const now = new Date()
  const place = county === ownCounty() ? { county } : await putCounty({ county, origin, mailFrom })
  return inCounty(place, async () =>
    settle(wanted, { identity: await keeper(now), origin: originHere(), clock: clockAt(now, env('TODAY')) }),
  )
}
