import type { LedgerRecord } from '../../shared/record.ts'
import { type Refusal, refuse } from '../../shared/refusal.ts'
import type { Scope } from '../../shared/scope.ts'
import { afterwards } from '../afterwards.ts'
import type { Clock } from '../clock.ts'
import { keyWrite, type Once, usedKey } from '../store/idempotency.ts'
import type { Ref } from '../store/keys.ts'
import { show } from '../store/lists.ts'
import type { Outbox } from '../store/outbox.ts'
import { jitter } from '../store/table.ts'
import { cascade } from './cascade.ts'
import { type Left, leave } from './leave.ts'
import { begin, type Done, isStorable, load, store, type Work } from './work.ts'

/** `mismatch`: the key was used for something else. */
export type Outcome = Done | Refusal | { stale: LedgerRecord } | { mismatch: true } | null

/** Judges what has been read, and takes what happens into the work. */
export type Body<O> = (work: Work) => Promise<O | { moved: Done; around: Ref[] }>
export type Answer<O> = O | Done | Refusal | { mismatch: true } | null

const ATTEMPTS = 60

/**
 * One move from reading to storing. Whatever was read may have changed by the time of storing: then all is read and judged anew, so that a number, a
 * version or the state of a child is never decided on old facts. What is meant to happen `once` answers what it answered the first time. Once it is
 * stored, nothing that follows can fail it any more.
 */
export async function attempt<O>(
  scope: Scope,
  clock: Clock,
  body: Body<O>,
  once?: Once,
): Promise<{ answer: Answer<O>; outbox?: Outbox<Left> }> {
  for (let tries = 0; ; tries += 1) {
    const used = await before(scope, once)
    if (used !== undefined) return { answer: used }
    const work = await begin(scope, clock)
    const judged = await body(work)
    // Of many that were sent at once another may have been stored since the key was read: what it did is no reason to refuse this one.
    if (!isMoved(judged)) {
      const meanwhile = await before(scope, once)
      return { answer: meanwhile === undefined ? judged : meanwhile }
    }
    const { moved, around } = judged
    await cascade(work, around)
    const done = { record: (await load(work, moved.record)) ?? moved.record, event: moved.event }
    if (once) work.also.push(keyWrite(scope, once, done, clock.now))
    const outbox = leave(work)
    if (!isStorable(work)) return { answer: tooLarge() }
    const unstored = await store(work)
    if (!unstored) {
      // Whoever acted sees it in his next list; the outbox does it again for certain.
      await afterwards('lists', show(work.scope, [...work.changes.values()]))
      return { answer: done, outbox }
    }
    if (tries === ATTEMPTS) throw new Error(`Given up after ${ATTEMPTS} attempts: ${unstored.map(({ what }) => what).join(', ')}`)
    await jitter(Math.min(tries, 4))
  }
}

/** What was answered to the same key before; undefined when nothing was. Null: the record has gone out of the caller's sight. */
async function before(scope: Scope, once: Once | undefined): Promise<Done | { mismatch: true } | null | undefined> {
  const used = once ? await usedKey(scope, once) : null
  if (used === 'mismatch') return { mismatch: true }
  return used === 'gone' ? null : (used ?? undefined)
}

function isMoved(judged: unknown): judged is { moved: Done; around: Ref[] } {
  return typeof judged === 'object' && judged !== null && 'moved' in judged
}

function tooLarge(): Refusal {
  const message = {
    zh: '这件的内容太多，存不下；请把长的材料改成附件。',
    en: 'This is more than one item can hold; attach long material as a file.',
  }
  return refuse('input', message, [{ path: 'data', code: 'bad', message }])
}
