import type { Gateway } from './gateway.ts'
import type { LocalFunction } from './pool.ts'

/**
 * `POST /_local/invoke/:door` for `npm run job` and tests, `/_local/parts` for what an operator starts, which asks the parts itself: from this machine, by a
 * program, never by a page in a browser.
 */
export function control(
  door: (name: string) => LocalFunction | undefined,
  settled: () => Promise<void>,
  parts: Record<string, string>,
): Gateway {
  return async (request, response) => {
    const say = (status: number, answer: unknown) =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
    const host = (request.headers.host ?? '').replace(/:\d+$/, '')
    const own = ['localhost', '127.0.0.1', '[::1]'].includes(host) && /^(::1|127\.|::ffff:127\.)/.test(request.socket.remoteAddress ?? '')
    if (!own || request.headers.origin || request.headers['sec-fetch-site']) return say(403, { message: 'Only programs of this machine' })
    if (request.method !== 'POST') return say(405, { message: 'POST only' })
    if (request.url === '/_local/settled') return say(200, await settled().then(() => ({ settled: true })))
    if (request.url === '/_local/parts') return say(200, parts)
    const found = door(request.url?.split('/').pop() ?? '')
    if (!found) return say(404, { message: 'No such door' })
    try {
      const body = Buffer.concat(await request.toArray()).toString()
      say(200, await found.invoke(JSON.parse(body || '{}')))
    } catch (error) {
      say(500, { message: error instanceof Error ? error.message : String(error) })
    }
  }
}
