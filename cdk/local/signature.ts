import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** The only account of the local parts; s3rver knows no other. */
export const account = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }

/** Whether S3 would accept this request's signature (version 4, in the address or in the headers) at this instant. */
export function signed(request: IncomingMessage, now: Date): boolean {
  const [path = '/', query = ''] = (request.url ?? '/').split('?')
  const pairs = query.split('&').filter(Boolean)
  const asked = new URLSearchParams(query)
  const header = (name: string) => String(request.headers[name] ?? '')
  const given = asked.has('X-Amz-Signature') ? fromAddress(asked) : fromHeader(header('authorization'), header('x-amz-date'))
  if (!given || expired(given.at, given.lives, now)) return false
  const canonical = [
    request.method,
    path,
    pairs
      .filter((pair) => !pair.startsWith('X-Amz-Signature='))
      .map((pair) => (pair.includes('=') ? pair : `${pair}=`))
      .sort()
      .join('&'),
    ...given.headers.map((name) => `${name}:${header(name).trim().replace(/ +/g, ' ')}`),
    '',
    given.headers.join(';'),
    header('x-amz-content-sha256') || 'UNSIGNED-PAYLOAD',
  ].join('\n')
  const toSign = ['AWS4-HMAC-SHA256', given.at, given.scope.join('/'), createHash('sha256').update(canonical).digest('hex')].join('\n')
  return same(sign(given.scope, toSign), given.signature)
}

/** Whether a form's policy carries our signature. */
export function signedForm(fields: Map<string, string>): boolean {
  const scope = (fields.get('x-amz-credential') ?? '').split('/').slice(1)
  return same(sign(scope, fields.get('policy') ?? ''), fields.get('x-amz-signature') ?? '')
}

type Given = { scope: string[]; headers: string[]; signature: string; at: string; lives: number }

function fromAddress(asked: URLSearchParams): Given {
  return {
    scope: (asked.get('X-Amz-Credential') ?? '').split('/').slice(1),
    headers: (asked.get('X-Amz-SignedHeaders') ?? '').split(';'),
    signature: asked.get('X-Amz-Signature') ?? '',
    at: asked.get('X-Amz-Date') ?? '',
    lives: Number(asked.get('X-Amz-Expires')),
  }
}

function fromHeader(authorization: string, at: string): Given | undefined {
  const found = /Credential=[^/]+\/([^,]+),\s*SignedHeaders=([^,]+),\s*Signature=(\w+)/.exec(authorization)
  return found?.[1] && found[2] && found[3]
    ? { scope: found[1].split('/'), headers: found[2].split(';'), signature: found[3], at, lives: 900 }
    : undefined
}

function expired(at: string, seconds: number, now: Date): boolean {
  const from = Date.parse(at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  return !(now.getTime() < from + seconds * 1000)
}

function sign(scope: string[], text: string): string {
  const key = scope.reduce<string | Buffer>(
    (under, part) => createHmac('sha256', under).update(part).digest(),
    `AWS4${account.secretAccessKey}`,
  )
  return createHmac('sha256', key).update(text).digest('hex')
}

function same(ours: string, theirs: string): boolean {
  return ours.length === theirs.length && timingSafeEqual(Buffer.from(ours), Buffer.from(theirs))
}
