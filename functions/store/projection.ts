import type { Ledger } from '../../shared/definition/ledger.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import { keys, type Ref } from './keys.ts'
import { goneKeys, hide, listItems, nameOf, namings, type Shift, saysSame, showItem } from './lists.ts'
import type { Changed } from './outbox.ts'
import { ownerOf } from './parts.ts'
import { notePlaces } from './places.ts'
import { markFresh } from './search/fresh.ts'
import { fitting, type Standing, stepOf, writesOfSteps } from './standings.ts'
import { getItems, type Item, jitter } from './table.ts'
import { transactItems } from './transaction.ts'

type Known = { ref: Changed; ledger: Ledger; record: LedgerRecord; standing: Standing | undefined; items: Item[] }

const AT_ONCE = 50
const ATTEMPTS = 30

/**
 * Projects records as they are now: lists, counters and the rows of figures. May be done twice, late, in any order and by several at once: what stands projected of a
 * record is read before the record itself and changes only if nobody changed it meanwhile, so that whoever comes last has seen the latest.
 */
export async function project(scope: Scope, ledgers: Map<string, Ledger>, changed: Changed[]): Promise<void> {
  const refs = [...Map.groupBy(changed, ({ ledger, id }) => `${ledger}#${id}`).values()].map((same): Changed => {
    const [{ ledger, id }] = same as [Changed]
    return { ledger, id, gone: same.flatMap(({ gone = [] }) => gone) }
  })
  for (let at = 0; at < refs.length; at += AT_ONCE) await projectSome(scope, ledgers, refs.slice(at, at + AT_ONCE))
}

/**
 * Counts records that were stored and shown a moment ago. What was born then is counted without being read again: only when nothing stands projected of it,
 * so that whoever was quicker is not counted twice. The others, and those, are projected as any.
 */
export async function projectStored(scope: Scope, ledgers: Map<string, Ledger>, shifts: Shift[]): Promise<void> {
  const born = shifts.flatMap(({ ledger, before, after }) =>
    before ? [] : [{ ref: refOf(after), ledger, standing: undefined, items: listItems(scope, ledger, after) }],
  )
  const moved = shifts.flatMap((shift) => (shift.before ? [{ ...refOf(shift.after), gone: goneKeys(scope, shift) }] : []))
  await project(scope, ledgers, [...(await settleCounters(scope, born)), ...moved])
}

const refOf = ({ ledger, id }: Ref): Ref => ({ ledger, id })

async function projectSome(scope: Scope, ledgers: Map<string, Ledger>, refs: Changed[]): Promise<void> {
  for (let waiting = refs, tries = 0; waiting.length > 0; tries += 1) {
    if (tries === ATTEMPTS) throw new Error(`Given up after ${ATTEMPTS} attempts to project ${waiting.map(({ id }) => id).join(', ')}`)
    if (tries > 0) await jitter(tries)
    const known = await read(scope, ledgers, waiting)
    if (tries === 0) await settleLists(scope, known)
    waiting = await settleCounters(scope, known)
  }
}

async function read(scope: Scope, ledgers: Map<string, Ledger>, refs: Changed[]): Promise<Known[]> {
  const standings = await getItems<Standing>(refs.map((ref) => keys.projection(scope, ref)))
  const stored = await getItems<{ record: LedgerRecord }>(refs.map(({ ledger, id }) => keys.record(scope, ledger, id)))
  return refs.flatMap((ref, at) => {
    const [ledger, record] = [ledgers.get(ref.ledger), stored[at]?.record]
    return ledger && record ? [{ ref, ledger, record, standing: standings[at], items: listItems(scope, ledger, record) }] : []
  })
}

/** Whoever stored the records has most often done this already: what is there is looked at first. */
async function settleLists(scope: Scope, known: Known[]): Promise<void> {
  const there = await getItems<Item>(
    known.flatMap(({ items }) => items),
    { eventual: true },
  )
  const byName = new Map(there.flatMap((item) => (item ? [[nameOf(item), item]] : [])))
  const differs = (item: Item) => !saysSame(byName.get(nameOf(item)), item)
  // A definition may have come to search other fields: its records' texts change, though nothing happened to them.
  const texts = known.flatMap(({ record, items }) => items.filter(({ pk }) => pk === keys.words(scope, ownerOf(record.township))))
  // And so may whom they name.
  const places = known.flatMap(({ ledger, record }) => namings(scope, ledger, record)).filter((place) => !byName.has(nameOf(place)))
  await Promise.all([markFresh(scope, texts.filter(differs)), notePlaces(places)])
  await Promise.all(
    known.flatMap(({ ref: { gone = [] }, items, record }) => {
      const stays = new Set(items.map(nameOf))
      return [
        ...items.filter(differs).map(showItem),
        ...gone.filter((key) => !stays.has(nameOf(key))).map((key) => hide(key, record.version)),
      ]
    }),
  )
}

/** Brings counters, rows of figures and standings up together, as many as a transaction holds; answers those that somebody else projected meanwhile. */
async function settleCounters(scope: Scope, known: Omit<Known, 'record'>[]): Promise<Ref[]> {
  const steps = known.flatMap((one) => {
    const step = stepOf(scope, one.ledger, one.ref, one.standing, one.items)
    return step ? [{ ref: one.ref, step }] : []
  })
  const again: Ref[] = []
  for (let left = steps; left.length > 0; ) {
    const most = fitting(left.map(({ step }) => step))
    const now = left.slice(0, most)
    const failures = await transactItems(writesOfSteps(now.map(({ step }) => step)))
    if (failures) again.push(...now.map(({ ref }) => refOf(ref)))
    left = left.slice(most)
  }
  return again
}
