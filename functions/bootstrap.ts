// Invoked by hand (or by the local machine) after a deployment, before anybody has an account. Safe to run again: what is there stays, and who got no
// invitation gets one. Its answer says who was invited, who was not and why.

import { clockAt } from './clock.ts'
import { env } from './env.ts'
import { type Settled, settle, type Wanted } from './settle.ts'

export async function handler(wanted: Wanted): Promise<Settled> {
  const { keeper } = await import('./identity/keeper.ts')
  const now = new Date()
  return settle(wanted, { identity: await keeper(now), origin: env('ORIGIN'), clock: clockAt(now, env('TODAY')) })
}
