import { same } from '../../shared/canonical.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { hangings } from '../../shared/engine/around.ts'
import { lastDay } from '../../shared/engine/day.ts'
import { follow } from '../../shared/engine/follow.ts'
import { transition } from '../../shared/engine/transition.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { isRefusal } from '../../shared/refusal.ts'
import type { Ref } from '../store/keys.ts'
import { systemScope } from '../store/system-scope.ts'
import { bearsOn, followsParent, systemSteps } from './conditions.ts'
import { hangingOn } from './hanging.ts'
import { aroundOf, childrenOf, kinOf } from './kin.ts'
import { mark, move } from './move.ts'
import { apply, fitsSoFar, load, name, type Work } from './work.ts'

const LINKS = 5

/**
 * Rule 18: after a move, what the engine itself may take is tried on the record, its parent and its children, in the order declared; the first
 * possible is taken in the same transaction; five links deep, each record once. What no longer fits into the transaction is left for the next.
 */
export async function cascade(work: Work, moved: Ref[]): Promise<void> {
  const once = new Set<string>()
  let links = moved
  for (let depth = 0; depth < LINKS && links.length > 0; depth += 1) {
    const next: Ref[] = []
    const [families, hung] = [new Map(work.families), new Map(work.hung)]
    const around = [...(await nearby(work, links))].filter(([key]) => !once.has(key))
    // Whoever is looked at is checked at the end: where there is no room for that, the next transaction looks.
    if (!fitsSoFar(work)) {
      Object.assign(work, { families, hung })
      work.left.tries.push(...around.map(([, { near, link }]) => caused(work, near, link)))
      return
    }
    for (const [key, { near, link }] of around) {
      const undo = mark(work)
      if (!(await systemMove(work, near, causeIn(work, link)))) continue
      once.add(key)
      if (fitsSoFar(work)) next.push(near)
      else {
        undo()
        work.left.tries.push(caused(work, near, link))
      }
    }
    links = next
  }
}

/** The records next to those that moved, each once, with the first that leads to it. */
async function nearby(work: Work, links: Ref[]): Promise<Map<string, { near: Ref; link: Ref }>> {
  const found = new Map<string, { near: Ref; link: Ref }>()
  for (const link of links) {
    for (const near of await around(work, link)) if (!found.has(name(near))) found.set(name(near), { near, link })
  }
  return found
}

/** Brings a record up to what it hangs on, then takes the first possible step of the engine on it; false when there is nothing to do. */
export async function systemMove(work: Work, ref: Ref, cause?: LedgerEvent['cause']): Promise<boolean> {
  const ledger = work.ledgers.get(ref.ledger)
  const found = ledger && (systemSteps(ledger).length > 0 || hangings(ledger).length > 0) ? await load(work, ref) : null
  if (!ledger || !found || found.deleted) return false
  const followed = await followMove(work, ledger, found, cause)
  return (await stepMove(work, ledger, followed ?? found, cause)) || followed !== null
}

async function followMove(work: Work, ledger: Ledger, record: LedgerRecord, cause: LedgerEvent['cause']): Promise<LedgerRecord | null> {
  const { today } = work.clock
  const moved =
    hangings(ledger).length > 0 && follow(ledger, record, systemScope(), today, work.world, await aroundOf(work, ledger, record))
  return moved ? (await apply(work, ledger, record, moved, cause)).record : null
}

async function stepMove(work: Work, ledger: Ledger, record: LedgerRecord, cause: LedgerEvent['cause']): Promise<boolean> {
  for (const [step, { from }] of systemSteps(ledger)) {
    if (!from.includes(record.state)) continue
    const kin = await kinOf(work, ledger, record)
    const today = later(work.clock.today, lastDay(record))
    const run = (on: typeof record) => transition(ledger, on, step, {}, systemScope(), today, work.world, kin)
    const done = await move(work, ledger, record, run, cause)
    if (!isRefusal(done)) return true
  }
  return false
}

/** What follows from something that happened earlier than the record's own last step follows that. */
const later = (one: string, other: string): string => (other > one ? other : one)

async function around(work: Work, ref: Ref): Promise<Ref[]> {
  const record = await load(work, ref)
  if (!record) return []
  const parent = record.parent && work.ledgers.get(record.parent.ledger)
  const ledger = work.ledgers.get(ref.ledger)
  const followers = new Set(
    [...work.ledgers.values()].filter((each) => followsParent(each) && ledger && bearsOn(ledger, each)).map(({ key }) => key),
  )
  // They wait for a state of their parent, or for a step of it.
  const change = work.changes.get(name(ref))
  const stepped = change === undefined || change.before?.state !== change.after.state || !same(change.before.took, change.after.took)
  const children = followers.size > 0 && stepped ? (await childrenOf(work, record)).filter((child) => followers.has(child.ledger)) : []
  const hanging = await hangingOn(work, record)
  return [record, ...(record.parent && parent && systemSteps(parent).length > 0 ? [record.parent] : []), ...children, ...hanging].map(
    ({ ledger, id }) => ({ ledger, id }),
  )
}

function caused(work: Work, near: Ref, link: Ref): Work['left']['tries'][number] {
  const cause = causeIn(work, link)
  return { ...near, ...(cause ? { cause } : {}) }
}

function causeIn(work: Work, ref: Ref): LedgerEvent['cause'] {
  const seq = work.changes.get(name(ref))?.events.at(-1)?.seq
  return seq === undefined ? undefined : { ledger: ref.ledger, id: ref.id, seq }
}
