import { demand, env } from '../env.ts'
import type { Identity } from './identity.ts'

/** Who keeps the passwords of this deployment (`IDENTITY`), asked at an instant; read only when somebody signs in or an account is changed. */
export async function keeper(now: Date): Promise<Identity> {
  if (env('IDENTITY') === 'own') return (await import('./own.ts')).own(now)
  return (await import('./cognito.ts')).cognito({ poolId: demand('POOL_ID'), clientId: demand('CLIENT_ID') })
}
