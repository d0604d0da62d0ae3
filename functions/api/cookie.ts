import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { carried, countyHere, parted } from '../store/county.ts'
import type { Env } from './area.ts'

const NAME = 'duban'

/** What the browser sent as its session, as it was given: with its county. */
export function sentAsCookie(c: Context<Env>): string | undefined {
  return getCookie(c, NAME, prefix(c))
}

/** The session's secret, if the browser sent one of the county that the request is answered in. */
export function secretOf(c: Context<Env>): string | undefined {
  const sent = sentAsCookie(c)
  const { county, secret } = parted(sent ?? '')
  return sent !== undefined && county === countyHere() ? secret : undefined
}

/** Hands the session's secret to the browser, with its county: unreadable for scripts, never sent from other sites. */
export function giveCookie(c: Context<Env>, secret: string): void {
  setCookie(c, NAME, carried(secret), { ...options(c), ...(prefix(c) ? { prefix: 'host' as const } : {}) })
}

export function takeCookie(c: Context<Env>): void {
  deleteCookie(c, NAME, { ...options(c), ...(prefix(c) ? { prefix: 'host' as const } : {}) })
}

// __Host- wants Secure, which a plain http address on one's own machine cannot have.
function prefix(c: Context<Env>): 'host' | undefined {
  return c.var.deps.origin.startsWith('https:') ? 'host' : undefined
}

function options(c: Context<Env>) {
  return { path: '/', httpOnly: true, sameSite: 'Strict', secure: c.var.deps.origin.startsWith('https:') } as const
}
