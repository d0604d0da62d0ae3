import type { LedgerRecord } from '../../shared/record.ts'
import { type Refusal, refuse } from '../../shared/refusal.ts'
import type { Scope } from '../../shared/scope.ts'
import type { Clock } from '../clock.ts'
import { keyWrite, type Once, usedKey } from '../store/idempotency.ts'
import type { Ref } from '../store/keys.ts'
import { jitter } from '../store/table.ts'
import { cascade } from './cascade.ts'
import { finishNow, leave } from './leftovers.ts'
import { begin, type Done, isStorable, load, store, type Work } from './work.ts'

/** `mismatch`: the key was used for something else. */
export type Outcome = Done | Refusal | { stale: LedgerRecord } | { mismatch: true } | null

const ATTEMPTS = 60

/**
 * One move from reading to storing. Whatever was read may have changed by the time of storing: then all is read and judged anew, so that a number, a
 * version or the state of a child is never decided on old facts. What is meant to happen `once` answers what it answered the first time. Once it is
 * stored, nothing that follows can fail it any more.
 */
export async function attempt<O>(
  scope: Scope,
  clock: Clock,
  body: (work: Work) => Promise<O | { moved: Done; around: Ref[] }>,
  once?: Once,
): Promise<O | Done | Refusal | { mismatch: true } | null> {
  for (let tries = 0; ; tries += 1) {
    const used = once ? await usedKey(scope, once) : null
    if (used === 'mismatch') return { mismatch: true }
    if (used) return used === 'gone' ? null : used
    const work = await begin(scope, clock)
    const judged = await body(work)
    if (!isMoved(judged)) return judged
    const { moved, around } = judged
    await cascade(work, around)
    const done = { record: (await load(work, moved.record)) ?? moved.record, event: moved.event }
    if (once) work.also.push(keyWrite(scope, once, done, clock.now))
    const toDo = leave(work, moved.record)
    if (!isStorable(work)) return tooLarge()
    const unstored = await store(work)
    if (!unstored) {
      if (toDo) await finishNow(toDo, clock)
      return done
    }
    if (tries === ATTEMPTS) throw new Error(`Given up after ${ATTEMPTS} attempts: ${unstored.map(({ what }) => what).join(', ')}`)
    await jitter(Math.min(tries, 4))
  }
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
