import { Hono } from 'hono'
import type { Deps, Env } from './area.ts'
import { areas } from './areas.ts'
import { preamble } from './preamble.ts'

/** So long health waits for the table. */
const PATIENCE_MS = 3000

/**
 * The whole HTTP surface. What a request asks about is read when it is first asked about; that the API answers is said without any of it while it is cold, and
 * an
 * address that nobody knows is refused like any other fault.
 */
export function app(deps: Deps): Hono<Env> {
  const loaded = new Map<unknown, Promise<Hono<Env>>>()
  const pulse = new Hono<Env>().use(preamble(deps)).get('/api/health', async (c) => {
    // What has read the table before asks whether it is there; a cold start opens nothing for it.
    if (loaded.size > 0) await (await import('../store/reach.ts')).reach(PATIENCE_MS)
    const figures = c.req.header('cookie') ? await (await import('./health.ts')).healthHere(c) : undefined
    return c.json({ ok: true, ...(figures ? { figures } : {}) })
  })
  pulse.onError(async (error, c) => (await import('./failed.ts')).failed(error, c))
  return new Hono<Env>().all('*', async (c) => {
    if (c.req.method === 'GET' && c.req.raw.url.endsWith('/api/health')) return pulse.fetch(c.req.raw, c.env)
    const [, , word = '', , , act] = c.req.path.split('/')
    const part = [`${word}/${act}`, word].flatMap((place) => (Object.hasOwn(areas, place) ? (areas[place] ?? []) : []))[0]
    const surface = loaded.get(part) ?? load(part, deps)
    loaded.set(part, surface)
    surface.catch(() => loaded.delete(part))
    return (await surface).fetch(c.req.raw, c.env)
  })
}

async function load(part: (typeof areas)[string] | undefined, deps: Deps): Promise<Hono<Env>> {
  const [{ surface }, found] = await Promise.all([import('./surface.ts'), part?.()])
  return surface(deps, found?.areas ?? [])
}
