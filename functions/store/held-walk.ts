import { heldBy } from '../../shared/duty.ts'
import { factsOf } from '../../shared/figures/facts.ts'
import { world } from '../world.ts'
import type { OpenDuty } from './duty-items.ts'
import { type Entry, entryOf } from './entries.ts'
import { keys, type Ref } from './keys.ts'
import { passing, placeOf } from './list-query.ts'
import { isBeyond, type Placed, sort } from './merge.ts'
import { EVERYBODY } from './parts.ts'
import { type Asked, dueRange } from './ranges.ts'
import { readMany } from './records.ts'
import { LAST } from './rows.ts'
import { soughtIn } from './sought.ts'
import { type Item, query as queryItems } from './table.ts'
import { holds } from './words.ts'

/** Where the keys of open duties without a day begin. */
const DAYLESS = '9999-99-99'
/** So many records are read at once where the soonest are asked for first, unless a page says how many it wants. */
const SOME = 100

/** Where every record lies on which the office that is asked about owes something, in the order asked; soonest first no more are read than are wanted. */
export async function* walkHeld(asked: Asked): AsyncGenerator<Placed<Ref>> {
  const soonest = asked.order.by === 'dueOn' && !asked.order.newest
  const batches = soonest ? daysTogether(asked) : [await all(owing(asked))]
  const told = new Set<string>()
  for await (const some of batches) {
    const rows = (await entriesOf(asked, refsOf(some))).map((entry) => ({ entry, place: placeOf(entry, asked.order) }))
    for (const row of sort(asked, rows)) {
      // A record that owes on several days stands at the first of them.
      if (told.has(row.entry.id) || !isBeyond(asked, row.place)) continue
      told.add(row.entry.id)
      yield row
    }
  }
}

/** The same records as entries, each with the soonest day of what that office owes on it itself. */
export async function heldEntries(asked: Asked): Promise<Entry[]> {
  return entriesOf(asked, refsOf(await all(owing(asked))))
}

/** What the office owes on these records, as entries; those that do not pass the question are left out. */
export async function entriesOf(asked: Asked, refs: Ref[]): Promise<Entry[]> {
  const { scope, ledgers, query, today } = asked
  const known = new Map(ledgers.map((ledger) => [ledger.key, ledger]))
  const sought = query.q === undefined ? [] : soughtIn(query.q, (await world()).offices)
  const fits = passing(asked)
  const each = new Map(refs.map((ref) => [`${ref.ledger}#${ref.id}`, ref]))
  return (await readMany(scope, [...each.values()])).flatMap((record): Entry[] => {
    const ledger = known.get(record.ledger)
    const duties = heldBy(record.duties, query.holder)
    const mine = duties.length > 0 ? { ...record, duties } : null
    if (!ledger || !mine || !holds(ledger, record, sought)) return []
    const facts = factsOf(ledger, mine, today)
    const entry: Entry = { ...entryOf(ledger, mine), part: EVERYBODY, audience: record.readers, concerned: true, facts }
    return fits(entry) ? [entry] : []
  })
}

type Owing = { ref: Ref; day: string }

const refsOf = (some: Owing[]): Ref[] => some.map(({ ref }) => ref)

/** Where the open duties of the office lie, as far as their days can pass, soonest first. */
async function* owing({ scope, ledgers, query, today, order, after }: Asked): AsyncGenerator<Owing> {
  const [kind = '', id = ''] = (query.holder ?? '').split(':')
  const pk = keys.holder(scope, { kind: kind as 'unit', id })
  const range = dueRange(query, today)
  // A page goes on at the day at which the last one ended; what has no day lies at the end.
  const ended = order.by === 'dueOn' && !order.newest && after !== undefined ? [after.startsWith(LAST) ? DAYLESS : after.slice(0, 10)] : []
  const from = [...ended, ...(range?.from ? [range.from] : [])].sort().at(-1)
  for await (const { record, duty } of queryItems<OpenDuty & Item>({ pk, ...range, ...(from ? { from } : {}) }))
    if (ledgers.some(({ key }) => key === record.ledger)) yield { ref: { ledger: record.ledger, id: record.id }, day: duty.dueOn ?? LAST }
}

/** The same, some at a time, and what has one day never apart: within a day lists have an order of their own. */
async function* daysTogether(asked: Asked): AsyncGenerator<Owing[]> {
  let some: Owing[] = []
  for await (const each of owing(asked)) {
    if (some.length >= (asked.about ?? SOME) && some.at(-1)?.day !== each.day) {
      yield some
      some = []
    }
    some.push(each)
  }
  yield some
}

async function all<T>(some: AsyncGenerator<T>): Promise<T[]> {
  const found: T[] = []
  for await (const one of some) found.push(one)
  return found
}
