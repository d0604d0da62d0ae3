import { AsyncLocalStorage } from 'node:async_hooks'
import { appendFileSync } from 'node:fs'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import { afterEach, expect, inject } from 'vitest'
import type { names } from '../../cdk/bundles.ts'
import { calledBy } from '../../cdk/local/calls.ts'
import type { Seen } from '../../cdk/local/guard.ts'
import { refusedBy, type Wanted } from '../../cdk/local/rights.ts'
import { wanted } from '../../cdk/local/wanted.ts'
import { partsHere } from '../parts-here.ts'

// Before each file of tests: doors that run in this process may do what their roles in the template allow, and everything that they do is noted.

type Door = (typeof names)[number]

const doing = new AsyncLocalStorage<string>()
const { roles, notes } = inject('watched')
const noted = new Set<string>()
const refused: string[] = []
const ses = (resource: string) => `arn:aws:ses:local:000000000000:${resource}`
const named = {
  table: () => 'Table.Arn',
  pool: () => 'People.Arn',
  sender: ses('identity/duban.example'),
  letters: () => ses('configuration-set/Letters'),
  function: (name: string) => (name === 'Importer' ? 'Importer.Arn' : `arn:aws:lambda:local:000000000000:function:${name}`),
}

Object.assign(globalThis, {
  attributed:
    (door: string, handler: (...given: unknown[]) => unknown) =>
    (...given: unknown[]) =>
      doing.run(door, () => handler(...given)),
})

/** Does some of the work of a door as the door does it: with the rights of its role. */
export function asDoor<T>(door: Door, work: () => T): T {
  return doing.run(door, work)
}

/** Writes down what a door wanted, once. */
function note(door: string, wants: Wanted[]): void {
  for (const { action, resource, keys = [] } of wants) {
    const kinds = [...new Set(keys.map((key) => key.split('#')[1] ?? ''))].sort()
    const line = JSON.stringify({ door, action, resource: resource.replace(/\/f[0-9a-z]{20,}$/, '/f'), keys: kinds })
    if (noted.has(line)) continue
    noted.add(line)
    appendFileSync(notes, `${line}\n`)
  }
}

/** The same of a function of the platform, whose calls the guard judges by the template that is deployed there. */
export const seen: Seen = (role, wants) =>
  note(
    role.replace(/Role[0-9A-F]{8}$/, '').toLowerCase(),
    wants.map((one) => ({ ...one, resource: symbolic(one.resource) })),
  )

const symbolic = (arn: string): string =>
  arn
    .replace(/^arn:aws:dynamodb:[^/]+:table\/[^/]+/, 'Table.Arn')
    .replace(/^arn:aws:cognito-idp:.*$/, 'People.Arn')
    .replace(/^arn:aws:lambda:.*:function:duban-local-Importer.*$/, 'Importer.Arn')
    .replace(/^arn:aws:ses:.*:identity.*$/, named.sender)
    .replace(/^arn:aws:ses:.*:configuration-set.*$/, named.letters())

type Request = { method: string; path: string; headers: Record<string, string>; body?: unknown }

// This module begins anew with every file, the process does not.
type Kept = typeof globalThis & { unwatched?: { handle: typeof NodeHttpHandler.prototype.handle; fetch: typeof fetch } }
const kept = globalThis as Kept
const unwatched = kept.unwatched ?? { handle: NodeHttpHandler.prototype.handle, fetch }
kept.unwatched = unwatched

NodeHttpHandler.prototype.handle = async function watched(this: NodeHttpHandler, request, options) {
  const door = doing.getStore()
  if (door === undefined) return unwatched.handle.call(this, request, options)
  const asked = request as unknown as Request
  const { path, body } = asked
  const target = asked.headers['x-amz-target'] ?? ''
  const file = target === '' && calledBy(path) === undefined && !String(asked.headers['content-type']).includes('urlencoded')
  judge(door, file ? ofFiles(asked) : wanted({ target, path, body: textOf(body) }, named))
  const answer = await unwatched.handle.call(this, request, options)
  // Without this right S3 says 403 of what is not there.
  if (file && answer.response.statusCode === 404) judge(door, [{ action: 's3:ListBucket', resource: 'Files.Arn' }])
  return answer
}

function textOf(body: unknown): string {
  return body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body ?? '')
}

function judge(door: string, wants: Wanted[]): void {
  note(door, wants)
  const no = refusedBy(roles[door] ?? [], wants)
  if (!no) return
  const sentence = `${door} is not authorized to perform ${no.action} on ${no.resource} ${no.keys?.join(', ') ?? ''}`
  refused.push(sentence)
  throw Object.assign(new Error(sentence), { name: 'AccessDeniedException' })
}

function ofFiles({ method, path, headers }: Request): Wanted[] {
  const object = (key: string) => `Files.Arn/${key.split('/').filter(Boolean).slice(1).join('/')}`
  const source = headers['x-amz-copy-source']
  if (method !== 'PUT') return [{ action: 's3:GetObject', resource: object(path) }]
  return [{ action: 's3:PutObject', resource: object(path) }, ...(source ? [{ action: 's3:GetObject', resource: object(source) }] : [])]
}

// A browser reads and writes files by addresses that the API signs with its own rights.
globalThis.fetch = async (address, options) => {
  const url = new URL(String(address instanceof Request ? address.url : address))
  // The bucket of a county; what a test makes for itself is no door's.
  if (url.origin === partsHere().files && url.pathname.split('/')[1] === process.env.BUCKET) {
    if (options?.body instanceof FormData) judge('http', [{ action: 's3:PutObject', resource: `Files.Arn/${options.body.get('key')}` }])
    else if (url.searchParams.has('X-Amz-Signature')) judge('http', ofFiles({ method: 'GET', path: url.pathname, headers: {} }))
  }
  return unwatched.fetch(address, options)
}

/** What was refused so far, for a test that means it to be. */
export const refusals = (): string[] => refused.splice(0)

afterEach(() => {
  expect(refusals(), 'what the role of a door in the template refuses').toEqual([])
})
