import { type Reason, signedInAgain } from './expiry.ts'
import { personHere } from './person.ts'
import { HttpError } from './problem.ts'

type Answered = { title?: string; detail?: string; type?: string; errors?: { path: string; message: string }[]; current?: unknown }
type Sent = {
  method?: string
  body?: unknown
  version?: number
  key?: string
  signal?: AbortSignal | undefined
  headers?: Record<string, string>
  redirect?: RequestRedirect
}

/** After this long without an answer the request is given up; the form that sent it keeps its content and its key. */
const PATIENCE = 20_000

/**
 * Asks the API: JSON in, JSON out. `version` becomes `If-Match`, `key` the `Idempotency-Key`. When the session has ended, or is another person's, waits
 * for the person of this tab to sign in again and then asks once more. Throws `HttpError` whose `body` is the problem of the answer; status 0: not reached,
 * 408: no answer in time.
 */
export async function request<T>(path: string, sent: Sent = {}): Promise<T> {
  return (await bodyOf(await answerOf(path, sent))) as T
}

/**
 * Asks the API for a file, however long it takes to make; null where the answer leads elsewhere, since it is too large for one. Waits and throws as `request`
 * does.
 */
export async function requestFile(path: string): Promise<{ name: string; bytes: Blob } | null> {
  const answer = await answerOf(path, { redirect: 'manual', signal: new AbortController().signal })
  if (answer.type === 'opaqueredirect') return null
  const [, name = ''] = /filename\*=UTF-8''([^;]+)/i.exec(answer.headers.get('content-disposition') ?? '') ?? []
  return { name: decodeURIComponent(name), bytes: await answer.blob() }
}

async function answerOf(path: string, sent: Sent): Promise<Response> {
  const answer = await ask(path, sent)
  const strange = /^\/(session|acts)\b/.test(path) ? null : reasonToAsk(answer)
  if (strange) {
    await signedInAgain(strange)
    return answerOf(path, sent)
  }
  if (answer.ok || answer.type === 'opaqueredirect') return answer
  const body = await bodyOf(answer)
  const { errors, ...problem } = (typeof body === 'object' && body !== null ? body : {}) as Answered
  const wait = Number(answer.headers.get('retry-after'))
  throw new HttpError(problem.detail ?? problem.title ?? answer.statusText, answer.status, {
    ...problem,
    status: answer.status,
    ...(wait > 0 ? { wait } : {}),
    requestId: answer.headers.get('x-request-id') ?? '',
    ...(errors ? { faults: errors, errors: byField(errors) } : {}),
  })
}

/** Why this answer is not for the person of this tab; null when it is. */
function reasonToAsk({ status, headers }: Response): Reason | null {
  const here = personHere()
  const whose = headers.get('x-person')
  if (here && whose && whose !== here) return 'other'
  return status === 401 ? 'ended' : null
}

/** Signing in says nothing of the person before. */
const entering = /^\/session(\/(code|password|reset|forgot))?$/

async function ask(path: string, { method = 'GET', body, version, key, signal, headers, redirect }: Sent): Promise<Response> {
  const form = body instanceof FormData
  const person = method === 'GET' || (method === 'POST' && entering.test(path)) ? null : personHere()
  const late = AbortSignal.timeout ? AbortSignal.timeout(form ? 10 * PATIENCE : PATIENCE) : undefined
  try {
    return await fetch(`/api${path}`, {
      method,
      credentials: 'same-origin',
      ...(redirect ? { redirect } : {}),
      headers: {
        accept: 'application/json',
        'accept-language': document.documentElement.lang,
        ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        ...(key ? { 'idempotency-key': key } : {}),
        ...(person ? { 'x-person': person } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : late ? { signal: late } : {}),
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new HttpError('', late?.aborted ? 408 : 0, { status: late?.aborted ? 408 : 0 })
  }
}

async function bodyOf(answer: Response): Promise<unknown> {
  const text = await answer.text()
  if (text === '') return undefined
  return /json/.test(answer.headers.get('content-type') ?? '') ? JSON.parse(text) : text
}

/** The framework marks fields from an object of messages; the contract answers a list of paths. */
function byField(errors: { path: string; message: string }[]): Record<string, string> {
  return Object.fromEntries(errors.map(({ path, message }) => [path || 'root', message]))
}
