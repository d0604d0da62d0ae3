import { same } from '../../shared/canonical.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { isRefusal } from '../../shared/refusal.ts'
import type { Scope } from '../../shared/scope.ts'
import { afterwards } from '../afterwards.ts'
import type { Clock } from '../clock.ts'
import { type Change, indexWrites } from '../store/derive.ts'
import { keys, type Ref } from '../store/keys.ts'
import { systemScope } from '../store/system-scope.ts'
import { deleteItem, getItem, type Key, query } from '../store/table.ts'
import { attempt } from './attempt.ts'
import { systemMove } from './cascade.ts'
import { bearsOn, readsByParent } from './conditions.ts'
import { bear, mark, newborn } from './move.ts'
import { refresh } from './refresh.ts'
import { fitsSoFar, type Leftover, load, type Work } from './work.ts'

type ToDo = Key & { scope: Scope; left: Leftover }

/** Puts what did not fit beside the record, in the same transaction, so that it is done even when this process ends here. */
export function leave(work: Work, record: LedgerRecord): Key | null {
  const { left } = work
  for (const change of work.changes.values()) {
    const { later } = indexWrites(work.scope, change)
    const heirs = readersMoved(work, change)
    if (later || heirs) left.entries.push({ ref: { ledger: change.after.ledger, id: change.after.id }, stale: later ?? [], heirs })
  }
  if (left.creations.length + left.tries.length + left.entries.length === 0) return null
  const key = keys.toDo(work.scope, record.ledger, record.id, record.version)
  work.also.push({
    what: 'stale',
    put: { ...key, g1pk: keys.toDos(work.scope), g1sk: `${work.clock.now.toISOString()}#${record.id}`, scope: work.scope, left },
    absent: true,
  })
  return key
}

/** True when others may read the record now, and with it children that whoever reads their parent reads. */
function readersMoved(work: Work, { ledger, before, after }: Change): boolean {
  if (!before || same(before.readers, after.readers)) return false
  return [...work.ledgers.values()].some((other) => readsByParent(other) && bearsOn(ledger, other))
}

/** Does what was left to do and forgets it. Two may be at it at once: each record is created once, each step taken once. */
export async function finish(key: Key, clock: Clock): Promise<void> {
  const toDo = await getItem<ToDo>(key)
  if (!toDo) return
  const { scope, left } = toDo
  for (const { ref, stale, heirs } of left.entries) await refresh(ref, stale, clock, { heirs })
  let waiting = left.creations
  while (waiting.length > 0) waiting = await createSome(scope, waiting, clock)
  if (left.tries.length > 0) await trySome(left.tries, clock)
  await deleteItem(key)
}

/** The same right after storing. What cannot be done now is done by night: it stands beside the record, and what was stored is stored. */
export async function finishNow(key: Key, clock: Clock): Promise<void> {
  await afterwards('left to do', finish(key, clock))
}

/** Does everything that was ever left, as when a process ended in between. Answers how much there was, and how much could not be done now either. */
export async function finishAll(clock: Clock): Promise<{ finished: number; unfinished: number }> {
  const count = { finished: 0, unfinished: 0 }
  for await (const { pk, sk } of query({ pk: keys.toDos(systemScope()), index: 'g1' })) {
    count[(await afterwards('left to do', finish({ pk, sk }, clock))) ? 'finished' : 'unfinished'] += 1
  }
  return count
}

/** As many as fit at once; what is over is left to do in its own turn. */
async function createSome(scope: Scope, waiting: Leftover['creations'], clock: Clock): Promise<Leftover['creations']> {
  const [first] = waiting
  if (!first) return []
  const same = waiting.filter(({ parent, seq }) => parent.id === first.parent.id && seq === first.seq)
  const others = waiting.filter((each) => !same.includes(each))
  const outcome = await attempt(scope, clock, async (work) => {
    const parent = await load(work, first.parent)
    if (!parent) return null
    const children = await newborn(
      work,
      parent,
      same.map(({ creation }) => creation),
    )
    if (isRefusal(children)) return children
    const born = await bear(work, children, { ...first.parent, seq: first.seq })
    if (isRefusal(born)) return born
    const [moved] = born
    return moved ? { moved, around: born.map(({ record }) => record) } : null
  })
  if (isRefusal(outcome)) throw new Error(`Left to create on ${first.creation.ledger}, now refused: ${outcome.sentence.en}`)
  return others
}

/** As many as fit at once, the rest in the next transaction, left by this one. */
async function trySome(refs: Ref[], clock: Clock): Promise<void> {
  await attempt(systemScope(), clock, async (work) => {
    for (const [at, ref] of refs.entries()) {
      const undo = mark(work)
      await systemMove(work, ref)
      if (fitsSoFar(work)) continue
      undo()
      work.left.tries.push(...refs.slice(at))
      break
    }
    const [first] = work.changes.values()
    const event = first?.events[0]
    return first && event ? { moved: { record: first.after, event }, around: [...work.changes.values()].map(({ after }) => after) } : null
  })
}
