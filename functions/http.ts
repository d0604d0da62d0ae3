// Triggered by API Gateway (HTTP API, payload 2.0) for every request under /api. A client may send a request twice; Idempotency-Key and
// If-Match keep that harmless.
import './own-lines.ts'
import { handle } from 'hono/aws-lambda'
import { app } from './api/app.ts'
import { ticking } from './clock.ts'
import { env } from './env.ts'

type Asked = { requestContext: { timeEpoch: number; http: { method: string } } }
type Bindings = { event: Asked }

const identity = async (now: Date) => (await import('./identity/keeper.ts')).keeper(now)
// What time it is, the gateway says: when the request came, and from then on.
const clock = (bindings: unknown) => ticking((bindings as Bindings).event.requestContext.timeEpoch, env('TODAY'))

const serve = handle(app({ clock, identity, origin: env('ORIGIN'), frontSecret: env('FRONT_SECRET') }), {
  // What is no JSON is a file. Read as text, one of lines would lose the mark by which Excel knows that it is in UTF-8.
  isContentTypeBinary: (type) => !/json/.test(type),
})

// A question with a body is legal but meaningless; the adapter would not take it.
export const handler: typeof serve = (event, context) =>
  serve(/GET|HEAD/.test((event as Asked).requestContext.http.method) ? { ...event, body: null } : event, context)
