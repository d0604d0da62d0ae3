import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Label, Lang } from '../../shared/names.ts'
import type { Refusal } from '../../shared/refusal.ts'
import { titles } from '../../shared/words/api.ts'

/** One fault of an input in the caller's language. */
export type InputError = { path: string; message: string }
/** `item`: where what is left to do can be done. */
type Extra = { errors?: InputError[]; current?: unknown; code?: string; sheets?: unknown; item?: { ledger: string; id: string } }
type Speaking = { Variables: { lang: Lang } }

/** An RFC 9457 answer in the caller's language; `sentence` says what to do, `errors` every fault of the input at once. */
export function problem<E extends Speaking>(c: Context<E>, status: number, sentence: Label, extra: Extra = {}): Response {
  const lang: Lang = c.get('lang') ?? 'zh'
  const { code, ...rest } = extra
  const title = (titles[status] ?? titles[422])?.[lang]
  const body = { type: code ? `urn:duban:${code}` : 'about:blank', title, status, detail: sentence[lang], ...rest }
  return c.body(JSON.stringify(body), status as ContentfulStatusCode, { 'content-type': 'application/problem+json; charset=utf-8' })
}

/** A refusal of the engine as an answer. */
export function refused<E extends Speaking>(c: Context<E>, refusal: Refusal): Response {
  const lang: Lang = c.get('lang') ?? 'zh'
  const errors = refusal.faults?.map(({ path, message }) => ({ path, message: message[lang] }))
  return problem(c, refusal.status, refusal.sentence, { code: refusal.refused, ...(errors ? { errors } : {}) })
}

/** One fault of the input, found by a handler. */
export function wrong<E extends Speaking>(c: Context<E>, path: string, message: Label): Response {
  return problem(c, 422, message, { errors: [{ path, message: message[c.get('lang') ?? 'zh'] }] })
}
