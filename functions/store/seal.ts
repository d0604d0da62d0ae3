import { createHash } from 'node:crypto'
import { canonical } from '../../shared/canonical.ts'
import type { EventDraft } from '../../shared/engine/moved.ts'
import type { LedgerEvent } from '../../shared/event.ts'

/** What the first event of a record carries as `prev`. */
export const GENESIS = '0'.repeat(64)

/** Gives an event its place (seq, instant, the hash of the event before) and seals it: SHA-256 over its canonical JSON without `hash`. */
export function seal(draft: EventDraft, seq: number, now: Date, prev: string): LedgerEvent {
  const placed = { ...draft, seq, at: now.toISOString(), prev: prev || GENESIS }
  return { ...placed, hash: hashOf(placed) }
}

/** The first event whose hash or link does not fit, by seq; null when the whole chain holds. Takes a record's events, oldest first. */
export function brokenAt(events: LedgerEvent[]): number | null {
  const broken = events.find(({ hash, ...event }, at) => {
    const prev = events[at - 1]?.hash ?? GENESIS
    return event.seq !== at + 1 || event.prev !== prev || hash !== hashOf(event)
  })
  return broken?.seq ?? null
}

function hashOf(event: Omit<LedgerEvent, 'hash'>): string {
  return createHash('sha256').update(canonical(event)).digest('hex')
}
