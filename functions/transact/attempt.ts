import type { LedgerRecord } from '../../shared/record.ts'
import { type Refusal, refuse } from '../../shared/refusal.ts'
import type { Scope } from '../../shared/scope.ts'
import type { Clock } from '../clock.ts'
import type { Ref } from '../store/keys.ts'
import { jitter } from '../store/table.ts'
import { cascade } from './cascade.ts'
import { finish, leave } from './leftovers.ts'
import { begin, type Done, isStorable, load, store, type Work } from './work.ts'

export type Outcome = Done | Refusal | { stale: LedgerRecord } | null

const ATTEMPTS = 60

/**
 * One move from reading to storing. Whatever was read may have changed by the time of storing: then all is read and judged anew, so that a number, a
 * version or the state of a child is never decided on old facts.
 */
export async function attempt<O>(
  scope: Scope,
  clock: Clock,
  body: (work: Work) => Promise<O | { moved: Done; around: Ref[] }>,
): Promise<O | Done | Refusal> {
  for (let tries = 0; ; tries += 1) {
    const work = await begin(scope, clock)
    const judged = await body(work)
    if (!isMoved(judged)) return judged
    const { moved, around } = judged
    await cascade(work, around)
    const toDo = leave(work, moved.record)
    if (!isStorable(work)) return tooLarge()
    const unstored = await store(work)
    if (!unstored) {
      if (toDo) await finish(toDo, clock)
      return { record: (await load(work, moved.record)) ?? moved.record, event: moved.event }
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
