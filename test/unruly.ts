import { AsyncLocalStorage } from 'node:async_hooks'
import { Readable } from 'node:stream'
import { NodeHttpHandler } from '@smithy/node-http-handler'

/** What a process asks of a part: of the database (`PutItem`) or of the mail service (`SendEmail`), with the body as it goes out. */
export type Asked = { what: string; body: string }
/** `taken`: it is carried out all the same, and only the answer is lost. Otherwise what the part says instead of doing it; without words nothing can be reached. */
export type Mishap = { taken: true } | { says?: { status: number; code: string; message: string } }
/** `at`: it ends at its n-th request, with or without that one being carried out. */
export type Fate = { at?: number; taken?: boolean; mishap?: (asked: Asked) => Mishap | undefined }

type Life = Fate & { asked: number; dead: boolean }

/** What became of a process: what it answered, or why not. */
export type Ended<T> = { answer: T } | { died: true } | { failed: unknown }

class Died extends Error {}

const lives = new AsyncLocalStorage<Life>()
const { handle } = NodeHttpHandler.prototype

NodeHttpHandler.prototype.handle = async function unruly(this: NodeHttpHandler, request, options) {
  const life = lives.getStore()
  const real = () => handle.call(this, request, options)
  if (!life) return real()
  if (life.dead) throw new Died()
  life.asked += 1
  const asked = askedBy(request as unknown as Wire)
  if (life.asked === life.at) life.dead = true
  if (life.dead && !life.taken) throw new Died()
  const mishap = life.dead ? undefined : life.mishap?.(asked)
  if (mishap && !('taken' in mishap)) return instead(mishap, asked)
  const answer = await real()
  // The process may have died while it waited.
  if (life.dead) throw new Died()
  if (mishap) throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })
  return answer
}

/**
 * Does some work as a process of its own does it, that may die at any request, and be told anything by the parts: whatever it still tries after its death
 * reaches nobody. Comes back when nothing of it is on its way any more.
 */
export async function life<T>(work: () => Promise<T>, fate: Fate = {}): Promise<Ended<T> & { asked: number }> {
  const own: Life = { ...fate, asked: 0, dead: false }
  const ended = await lives.run(own, work).then(
    (answer) => ({ answer }),
    (failed: unknown) => ({ failed }),
  )
  return { ...(own.dead ? { died: true as const } : ended), asked: own.asked }
}

type Wire = { headers: Record<string, string>; body?: unknown }

function askedBy({ headers, body }: Wire): Asked {
  const text = body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body ?? '')
  const target = headers['x-amz-target']?.split('.').at(-1)
  return { what: target ?? new URLSearchParams(text).get('Action') ?? '', body: text }
}

function instead({ says }: { says?: { status: number; code: string; message: string } }, { what }: Asked) {
  if (!says) throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
  const { status, code, message } = says
  const xml = what === 'SendEmail' || what === 'GetSendQuota'
  const body = xml
    ? `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>0</RequestId></ErrorResponse>`
    : JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${code}`, message })
  const headers = { 'content-type': xml ? 'text/xml' : 'application/x-amz-json-1.0' }
  return { response: { statusCode: status, headers, body: Readable.from([Buffer.from(body)]) } } as unknown as ReturnType<typeof handle>
}
