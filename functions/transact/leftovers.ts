import { isRefusal } from '../../shared/refusal.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import type { Clock } from '../clock.ts'
import { keys, type Ref } from '../store/keys.ts'
import { systemScope } from '../store/system-scope.ts'
import { deleteItem, getItem, type Key, query } from '../store/table.ts'
import { attempt } from './attempt.ts'
import { systemMove } from './cascade.ts'
import { bear, type Leftover, newborn } from './move.ts'
import { type Done, load, type Work } from './work.ts'

type ToDo = Key & { scope: Scope; left: Leftover }

/** Puts what did not fit beside the record, in the same transaction, so that it is done even when this process ends here. */
export function leave(work: Work, record: LedgerRecord, left: Leftover): Key | null {
  if (left.creations.length === 0 && left.tries.length === 0) return null
  const key = keys.toDo(work.scope, record.ledger, record.id, record.version)
  work.also.push({ what: 'stale', put: { ...key, g1pk: keys.toDos(work.scope), g1sk: `${work.clock.now.toISOString()}#${record.id}`, scope: work.scope, left }, absent: true })
  return key
}

/** Does what was left to do and forgets it. Two may be at it at once: each record is created once, each step taken once. */
export async function finish(key: Key, clock: Clock): Promise<void> {
  const toDo = await getItem<ToDo>(key)
  if (!toDo) return
  const { scope, left } = toDo
  let waiting = left.creations
  while (waiting.length > 0) waiting = await createSome(scope, waiting, clock)
  for (const ref of left.tries) await tryOne(ref, clock)
  await deleteItem(key)
}

/** Does everything that was ever left, as when a process ended in between. Answers how much there was. */
export async function finishAll(clock: Clock): Promise<number> {
  let count = 0
  for await (const { pk, sk } of query({ pk: keys.toDos(systemScope()), index: 'g1' })) {
    await finish({ pk, sk }, clock)
    count += 1
  }
  return count
}

async function createSome(scope: Scope, waiting: Leftover['creations'], clock: Clock): Promise<Leftover['creations']> {
  const [first] = waiting
  if (!first) return []
  const same = waiting.filter(({ parent, seq }) => parent.id === first.parent.id && seq === first.seq)
  const others = waiting.filter((each) => !same.includes(each))
  const rest: Leftover = { creations: [], tries: [] }
  const outcome = await attempt(scope, clock, async (work) => {
    rest.creations = []
    const parent = await load(work, first.parent)
    if (!parent) return null
    const children = await newborn(work, parent, same.map(({ creation }) => creation))
    if (isRefusal(children)) return children
    const born: Done[] = []
    for (const child of children) {
      const done = await bear(work, child, { ...first.parent, seq: first.seq }, rest)
      if (isRefusal(done)) return done
      if (done) born.push(done)
    }
    const [moved] = born
    return moved ? { moved, around: born.map(({ record }) => record) } : null
  })
  if (isRefusal(outcome)) throw new Error(`Left to create on ${first.creation.ledger}, now refused: ${outcome.sentence.en}`)
  return [...rest.creations, ...others]
}

async function tryOne(ref: Ref, clock: Clock): Promise<void> {
  await attempt(systemScope(), clock, async (work, left) => {
    if (!(await systemMove(work, ref, left))) return null
    const change = work.changes.get(`${ref.ledger}#${ref.id}`)
    const event = change?.events.at(-1)
    return change && event ? { moved: { record: change.after, event }, around: [ref] } : null
  })
}
