import { createHash, createHmac, randomBytes } from 'node:crypto'
import { canonical } from '../../shared/canonical.ts'
import type { EventDraft } from '../../shared/engine/moved.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import type { LedgerRecord } from '../../shared/record.ts'

/** What the first event of a record carries as `prev`. */
export const GENESIS = '0'.repeat(64)

/** Where a record's chain ends: the hash of its last event and, once an event of form 2 stands in it, the record's own secret. */
export type ChainEnd = Pick<LedgerRecord, 'head'> & { secret?: string | undefined }

/**
 * Gives an event its place (seq, instant, the hash of the event before) and seals it in form 2. Answers it with the record's secret: the one that `end`
 * has, else a new one. `end` is absent for the first event of a record.
 */
export function seal(draft: EventDraft, seq: number, now: Date, end?: ChainEnd): { event: LedgerEvent; secret: string } {
  const secret = end?.secret ?? randomBytes(32).toString('base64url')
  const bridge = end && end.secret === undefined ? { bridge: true as const } : {}
  const placed: Unhashed = { ...draft, form: 2, ...bridge, seq, at: now.toISOString(), prev: end?.head ?? GENESIS }
  return { event: { ...placed, hash: hashOf(placed, secret) }, secret }
}

/** The first event whose hash or link does not fit, by seq; null when the whole chain holds. Takes a record's events, oldest first, and its secret. */
export function brokenAt(events: LedgerEvent[], secret: string | undefined): number | null {
  const broken = events.find(({ hash, ...event }, at) => {
    const before = events[at - 1]
    const old = before?.form === 1
    const fits = event.form === 1 ? before === undefined || old : old === (event.bridge === true)
    return event.seq !== at + 1 || event.prev !== (before?.hash ?? GENESIS) || !fits || hash !== hashOf(event, secret ?? '')
  })
  return broken?.seq ?? null
}

type Unhashed = Omit<LedgerEvent, 'hash'>
/** A value that an event of form 2 commits to: `changes` or `said` of a field, or `prev` on the bridge from form 1. */
type Part = 'changes' | 'said' | 'prev'

/** The keys by which whoever is told a value can check that the event commits to it: one for each value, none tells another. */
export function keyOf({ seq }: Pick<LedgerEvent, 'seq'>, part: Part, field: string, secret: string): string {
  return hmac(secret, [seq, part, field])
}

/**
 * What an event of form 2 holds in the place of its values: for each, HMAC-SHA-256 over part, field and value under its own key, sorted, so that neither the
 * values nor the names of fields can be tried by whoever is not told the keys.
 */
export function commitments(event: Unhashed, secret: string): string[] {
  const values: [Part, string, unknown][] = [
    ...Object.entries(event.changes).map(([field, change]): [Part, string, unknown] => ['changes', field, change]),
    ...Object.entries(event.said).map(([field, value]): [Part, string, unknown] => ['said', field, value]),
    ...(event.bridge ? [['prev', '', event.prev] as [Part, string, unknown]] : []),
  ]
  return values.map(([part, field, value]) => hmac(keyOf(event, part, field, secret), [part, field, value])).sort()
}

/**
 * Form 1: SHA-256 over the canonical JSON of everything else in the event, which tells a hidden value to whoever tries values. Form 2: over the event with
 * commitments in the place of values. On the bridge from form 1 the hash of the event before is a value like them.
 */
function hashOf(event: Unhashed, secret: string): string {
  const { changes: _, said: __, prev, ...open } = event
  const sealed = event.form === 1 ? event : { ...open, ...(event.bridge ? {} : { prev }), commits: commitments(event, secret) }
  return createHash('sha256').update(canonical(sealed)).digest('hex')
}

function hmac(key: string, value: unknown): string {
  return createHmac('sha256', key).update(canonical(value)).digest('hex')
}
