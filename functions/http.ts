// Triggered by API Gateway (HTTP API, payload 2.0) for every request under /api. A client may send a request twice; Idempotency-Key and
// If-Match keep that harmless.
import { handle } from 'hono/aws-lambda'
import { app } from './api/app.ts'
import { ticking } from './clock.ts'
import { env } from './env.ts'

type Bindings = { event: { requestContext: { timeEpoch: number } } }

const identity = async (now: Date) => (await import('./identity/keeper.ts')).keeper(now)
// What time it is, the gateway says: when the request came, and from then on.
const clock = (bindings: unknown) => ticking((bindings as Bindings).event.requestContext.timeEpoch, env('TODAY'))

const serve = handle(app({ clock, identity, origin: env('ORIGIN'), frontSecret: env('FRONT_SECRET') }))

// A question with a body is legal but meaningless; the adapter would not take it.
export const handler: typeof serve = (event, context) => serve(isQuestion(event) ? { ...event, body: null } : event, context)

function isQuestion(event: Parameters<typeof serve>[0]): boolean {
  const { requestContext } = event
  return 'http' in requestContext && ['GET', 'HEAD'].includes(requestContext.http.method)
}
