import { refresh as refreshed } from '../../shared/engine/computed.ts'
import { moved } from '../../shared/engine/moved.ts'
import { owing } from '../../shared/engine/owed.ts'
import { isRefusal } from '../../shared/refusal.ts'
import type { Scope } from '../../shared/scope.ts'
import { afterwards } from '../afterwards.ts'
import type { Clock } from '../clock.ts'
import type { Once } from '../store/idempotency.ts'
import type { Ref } from '../store/keys.ts'
import { type Outbox, workDone } from '../store/outbox.ts'
import { systemScope } from '../store/system-scope.ts'
import { type Answer, attempt, type Body } from './attempt.ts'
import { systemMove } from './cascade.ts'
import type { Left } from './leave.ts'
import { bear, mark, newborn } from './move.ts'
import { refresh } from './refresh.ts'
import type { Sweep } from './sweep.ts'
import { apply, fitsSoFar, type Leftover, load } from './work.ts'

/** One move, and right after it what its transaction had no room for. */
export async function through<O>(scope: Scope, clock: Clock, body: Body<O>, once?: Once): Promise<Answer<O>> {
  const { answer, outbox } = await attempt(scope, clock, body, once)
  if (outbox) await finishNow(outbox, clock)
  return answer
}

/** So many records are made while somebody waits for the step that makes them: a second or two. */
const WAITED_FOR = 60

/** What cannot be done now is done by the outbox: what was stored is stored. */
export async function finishNow(outbox: Outbox<Left>, clock: Clock): Promise<void> {
  const { work } = outbox
  // A long list is nothing to wait for: the outbox makes it.
  if (work && !work.sweeps?.length && work.creations.length <= WAITED_FOR)
    await afterwards(
      'left to do',
      finish(work, clock).then(() => workDone(outbox)),
    )
}

/** Does what was left to do. Two may be at it at once: each record is created once, each step taken once. */
export async function finish({ scope, ...left }: Left, clock: Clock): Promise<void> {
  for (const ref of left.heirs) await refresh(ref, clock, { heirs: true })
  let waiting = left.creations
  while (waiting.length > 0) waiting = await createSome(scope, waiting, clock)
  if (left.tries.length > 0) await trySome(left.tries, clock)
  for (const each of left.sweeps ?? []) await sweepAll(scope, each, clock)
}

async function sweepAll(scope: Scope, each: Sweep, clock: Clock): Promise<void> {
  const create = async (made: Leftover['creations']) => {
    for (let waiting = made; waiting.length > 0; ) waiting = await createSome(scope, waiting, clock)
  }
  // Few steps make something for each record of a list.
  const { sweep } = await import('./sweep.ts')
  await sweep(scope, each, clock, create, (field, count) => tellCount(each.parent, field, count, clock))
}

/** The number that the engine itself writes on a record. */
async function tellCount(ref: Ref, field: string, count: number, clock: Clock): Promise<void> {
  await through(systemScope(), clock, async (work) => {
    const [ledger, record] = [work.ledgers.get(ref.ledger), await load(work, ref)]
    // Nothing made is nothing to tell.
    if (!ledger || !record || (record.data[field] ?? 0) === count) return null
    const turn = { ledger, scope: systemScope(), today: clock.today, world: work.world }
    const written = { ...record, data: refreshed(ledger, { ...record.data, [field]: count }) }
    const said = moved(turn, record, written, owing(record.duties), { transition: 'edit', parent: 'unread' })
    return { moved: await apply(work, ledger, record, said), around: [] }
  })
}

/** As many as fit at once; what is over is left to do in its own turn. */
async function createSome(scope: Scope, waiting: Leftover['creations'], clock: Clock): Promise<Leftover['creations']> {
  const [first] = waiting
  if (!first) return []
  const same = waiting.filter(({ parent, seq }) => parent.id === first.parent.id && seq === first.seq)
  const others = waiting.filter((each) => !same.includes(each))
  const then = { ...clock, today: first.on ?? clock.today }
  const outcome = await through(scope, then, async (work) => {
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
  // What may stand once was entered by somebody in between: then it is there, and the others are still to be created.
  if (isRefusal(outcome) && outcome.faults?.every(({ code }) => code === 'once')) {
    if (same.length > 1) for (const each of same) await createSome(scope, [each], clock)
    return others
  }
  if (isRefusal(outcome)) throw new Error(`Left to create on ${first.creation.ledger}, now refused: ${outcome.sentence.en}`)
  return others
}

/** As many as fit at once, the rest in the next transaction, left by this one. */
async function trySome(refs: Leftover['tries'], clock: Clock): Promise<void> {
  await through(systemScope(), clock, async (work) => {
    for (const [at, ref] of refs.entries()) {
      const undo = mark(work)
      await systemMove(work, { ledger: ref.ledger, id: ref.id }, ref.cause)
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
