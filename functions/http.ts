// Triggered by API Gateway (HTTP API, payload 2.0) for every request under /api. A client may send a request twice; Idempotency-Key and
// If-Match keep that harmless.
import { handle } from 'hono/aws-lambda'
import { app } from './api/app.ts'
import { clockAt } from './clock.ts'
import { env } from './env.ts'

const identity = async () => (await import('./identity/cognito.ts')).cognito({ poolId: env('POOL_ID'), clientId: env('CLIENT_ID') })

export const handler = handle(app({ clock: () => clockAt(new Date(), env('TODAY')), identity, origin: env('ORIGIN') }))
