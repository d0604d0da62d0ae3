import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Entered } from '../../shared/engine/day.ts'
import { before, lastAct, mayUndo, standingEvents, undo } from '../../shared/engine/undo.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import { heading } from '../../shared/heading.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import { type Scope, sees } from '../../shared/scope.ts'
import type { Ref } from '../store/keys.ts'
import { readWhole, type Whole } from '../store/records.ts'
import { systemScope } from '../store/system-scope.ts'
import { followsParent } from './conditions.ts'
import { childrenOf } from './kin.ts'
import { holder } from './once.ts'
import { apply, type Done, fitsSoFar, load, name, type Work } from './work.ts'

/** A record from which something is taken back: everything that stood from that seq on. */
type Taken = Whole & { ledger: Ledger; from: number }

const LINKS = 6

/**
 * Takes back the last act on a record, with all that the engine did because of it: on the record itself, on its parent and children, and the records that it
 * created, as long as nobody has touched one of them since (409, naming them). Afterwards each stands as it did before.
 */
export async function takeBack(work: Work, record: LedgerRecord, scope: Scope, entered: Entered): Promise<Done | Refusal> {
  const last = await actOf(work, record)
  const refusal = isRefusal(last) ? last : mayUndo(last.standing, last.target, scope, { today: entered.on, world: work.world })
  if (refusal || isRefusal(last)) return refusal ?? (last as Refusal)
  const taken = await follow(work, { ledger: record.ledger, id: record.id }, last.target.seq)
  if (isRefusal(taken)) return taken
  const [main, ...others] = taken
  const done = await one(work, main as Taken, scope, entered)
  if (isRefusal(done)) return done
  const cause = { ledger: record.ledger, id: record.id, seq: done.event.seq }
  for (const each of others) {
    const also = await one(work, each, scope, entered, cause)
    if (isRefusal(also)) return also
  }
  return fitsSoFar(work) ? done : tooMany(others.length)
}

/** The act to be taken back, among those that stand. */
async function actOf(work: Work, { ledger, id }: Ref): Promise<{ standing: LedgerEvent[]; target: LedgerEvent } | Refusal> {
  const events = (await readWhole(systemScope(), ledger, id))?.events ?? []
  const target = lastAct(events, { ledger, id })
  if (!target) return refuse('state', { zh: '这一件没有可以撤销的步骤。', en: 'Nothing on this item can be taken back.' })
  if (!target.cause) return { standing: standingEvents(events), target }
  const by = await load(work, target.cause)
  const rules = by && work.ledgers.get(by.ledger)
  const where = by && rules ? titled(rules, by) : ''
  return refuse('state', {
    zh: `这是随另一件事项办的${where ? `（${where}）` : ''}，请到那一件上撤销。`,
    en: `This followed from another item${where ? ` (${where})` : ''}; take it back there.`,
  })
}

/** Every record that an event has moved, the event's own first; or the refusal that names what somebody has touched since. */
async function follow(work: Work, ref: Ref, seq: number): Promise<Taken[] | Refusal> {
  const taken = new Map<string, Taken>()
  let waiting = [{ ref, seq }]
  for (let link = 0; link < LINKS && waiting.length > 0; link += 1) {
    const next: { ref: Ref; seq: number }[] = []
    for (const each of waiting) {
      const whole = await readWhole(systemScope(), each.ref.ledger, each.ref.id)
      const ledger = work.ledgers.get(each.ref.ledger)
      const known = taken.get(name(each.ref))
      if (!whole || !ledger || (known && known.from <= each.seq)) continue
      taken.set(name(each.ref), { ...whole, ledger, from: each.seq })
      next.push(...(await effects(work, { ...whole, ledger, from: each.seq })))
    }
    waiting = next
  }
  const all = [...taken.values()]
  const touched = all.filter(({ events, record, from }) =>
    standingEvents(events).some((event) => event.seq >= from && !caused(event, record, from)),
  )
  return touched.length === 0 ? all : refuse('state', touchedSince(work.scope, touched))

  /** True for the act itself and what the engine did because of something that is taken back. */
  function caused({ seq: at, cause }: LedgerEvent, { ledger, id }: Ref, from: number): boolean {
    if (ledger === ref.ledger && id === ref.id && at === seq) return true
    const by = cause && taken.get(name(cause))
    return by !== undefined && cause !== undefined && cause.seq >= by.from && at >= from
  }
}

/** What the engine did on other records because of the events that are taken back. */
async function effects(work: Work, { record, events, ledger, from }: Taken): Promise<{ ref: Ref; seq: number }[]> {
  const gone = standingEvents(events).filter(({ seq }) => seq >= from)
  const family = [...work.ledgers.values()].some(followsParent) ? await childrenOf(work, record) : []
  const created = gone.flatMap((event) => event.created)
  const near = new Map([...created, ...(record.parent ? [record.parent] : []), ...family].map((each) => [name(each), each]))
  const found: { ref: Ref; seq: number }[] = []
  for (const each of near.values()) {
    const whole = await readWhole(systemScope(), each.ledger, each.id)
    const first = standingEvents(whole?.events ?? []).find(
      ({ cause }) => cause?.ledger === ledger.key && cause.id === record.id && gone.some(({ seq }) => seq === cause.seq),
    )
    if (first) found.push({ ref: { ledger: each.ledger, id: each.id }, seq: first.seq })
  }
  return found
}

async function one(work: Work, taken: Taken, scope: Scope, entered: Entered, cause?: LedgerEvent['cause']): Promise<Done | Refusal> {
  const { ledger, record, from } = taken
  const then = asItWas(taken)
  if (then === undefined)
    return refuse('state', { zh: '这一步是旧版本办的，不能撤销。', en: 'This was done by an earlier release; it cannot be taken back.' })
  const parent = then?.parent ? ((await load(work, then.parent)) ?? undefined) : undefined
  const moved = undo({ ledger, scope, today: entered.on, world: work.world, entered }, record, then, from, parent)
  const other = moved.record.once !== undefined && moved.record.once !== record.once ? await holder(work, moved.record) : null
  if (other) return refuse('state', touchedSince(scope, [{ ledger, record: other }]))
  return apply(work, ledger, record, moved, cause)
}

/** The record as it was before what is taken back; null when it was not there, undefined when that was not kept. */
function asItWas({ record, events, was, from }: Taken): LedgerRecord | null | undefined {
  let then: LedgerRecord = record
  for (const event of standingEvents(events).reverse()) {
    if (event.seq < from) break
    const back = was.get(event.seq)
    if (event.transition === 'create') return null
    if (!back) return undefined
    then = before(then, event, back)
  }
  return then
}

function touchedSince(scope: Scope, touched: { ledger: Ledger; record: LedgerRecord }[]) {
  const names = touched.map(({ ledger, record }) => (sees(scope, record.readers) ? titled(ledger, record) : ledger.label.zh)).slice(0, 5)
  return {
    zh: `之后又有别的办理，不能撤销：${names.join('、')}。请先撤销那里的，或者用后面的步骤更正。`,
    en: `Something has been done since, so it cannot be taken back: ${names.join(', ')}. Take that back first, or put it right by a further step.`,
  }
}

const titled = (ledger: Ledger, record: LedgerRecord): string =>
  `${ledger.label.zh} ${[record.number, heading(ledger, record)].filter(Boolean).join(' ')}`

function tooMany(count: number): Refusal {
  return refuse('state', {
    zh: `这一步生成了 ${count} 件，一次撤销不完；请把它们逐件了结。`,
    en: `This step made ${count} items, too many to take back at once; end them one by one.`,
  })
}
