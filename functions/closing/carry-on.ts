import { handOver, type Succession } from '../../shared/engine/hand-over.ts'
import type { Label } from '../../shared/names.ts'
import { isRefusal, type Refusal } from '../../shared/refusal.ts'
import type { Scope } from '../../shared/scope.ts'
import type { Clock } from '../clock.ts'
import { type Closing, successionOf, writeClosing } from '../store/closings.ts'
import type { Ref } from '../store/keys.ts'
import { changeOffice, listOffices } from '../store/offices.ts'
import { changePerson, peopleOf } from '../store/people.ts'
import type { Outcome } from '../transact/attempt.ts'
import { through } from '../transact/finish.ts'
import { move } from '../transact/move.ts'
import { refresh } from '../transact/refresh.ts'
import { load } from '../transact/work.ts'
import { LEASE_MS } from '../work/hold.ts'
import { changedWorld } from '../world.ts'
import { concerned } from './concerned.ts'

const CHUNK = 25

/**
 * Hands everything of an office that ends to its successor, or a part of what an open one has, for about `budget` milliseconds: people first, so that somebody
 * is there to do it; then each
 * record, with an event where something is open, and with new readers where it is over. Whatever is handed over already is passed by, so this may run twice
 * and goes on after it was cut off. A record that the rules keep from moving is left and named. Whoever calls holds the lease.
 */
export async function carryOn(closing: Closing, clock: () => Clock, budget: number): Promise<Closing> {
  const end = performance.now() + budget
  const succession = successionOf(closing)
  if (!succession) return writeClosing({ ...closing, state: 'done', lease: 0 })
  if (!closing.chosen) await movePeople(succession)
  const refs: Ref[] = []
  for await (const ref of concerned(closing, clock().today)) refs.push(ref)
  // What a filter finds no more was handed over before this was cut off.
  const of = Math.max(refs.length, closing.progress.of)
  let now: Closing = { ...closing, left: [] }
  for (const [at, ref] of refs.entries()) {
    if (performance.now() > end) return writeClosing({ ...now, lease: clock().now.getTime() })
    const refusal = await handOne(ref, succession, closing.by, clock())
    const left = refusal ? [...(now.left ?? []), { ...ref, why: whyOf(refusal) }] : now.left
    const progress = { done: of - refs.length + at + 1, of }
    now = { ...now, progress, ...(left ? { left } : {}) }
    if (progress.done % CHUNK === 0) now = await writeClosing({ ...now, lease: clock().now.getTime() + LEASE_MS })
  }
  return writeClosing({ ...now, state: 'done', progress: { done: of, of }, lease: 0 })
}

async function handOne(ref: Ref, succession: Succession, by: Scope, clock: Clock): Promise<Refusal | null> {
  const answer = await through<Outcome>(by, clock, async (work) => {
    const [ledger, record] = [work.ledgers.get(ref.ledger), await load(work, ref)]
    if (!ledger || !record) return null
    const parent = record.parent ? await load(work, record.parent) : undefined
    const handed = handOver(ledger, record, succession, by, clock.today, work.world, parent ?? undefined)
    if (!handed) return null
    const moved = await move(work, ledger, record, () => handed)
    return isRefusal(moved) ? moved : { moved, around: [] }
  })
  await refresh(ref, clock)
  return isRefusal(answer) ? answer : null
}

/** The people of the office, and the deputies of a township with their people. */
async function movePeople({ kind, from, to }: Succession): Promise<void> {
  for (const { id } of await peopleOf('system', { kind, id: from })) await changePerson('system', id, { office: { kind, id: to } })
  if (kind !== 'township') return
  for (const deputy of (await listOffices()).filter((office) => office.kind === 'deputy' && office.township === from)) {
    for (const { id } of await peopleOf('system', deputy)) await changePerson('system', id, { township: to })
    await changeOffice({ ...deputy, township: to })
  }
  await changedWorld()
}

/** What is wrong with a record, in the words of each fault. */
function whyOf({ sentence, faults = [] }: Refusal): Label {
  const messages = faults.length > 0 ? faults.map(({ message }) => message) : [sentence]
  return { zh: messages.map(({ zh }) => zh).join(''), en: messages.map(({ en }) => en).join(' ') }
}
