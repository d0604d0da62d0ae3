import { factsOf } from '../../shared/figures/facts.ts'
import { world } from '../world.ts'
import type { OpenDuty } from './duty-items.ts'
import { type Entry, entryOf } from './entries.ts'
import { asOwed } from './held.ts'
import { keys, type Ref } from './keys.ts'
import { passing, placeOf } from './list-query.ts'
import { isBeyond, type Placed, sort } from './merge.ts'
import { EVERYBODY } from './parts.ts'
import { type Asked, dueRange } from './ranges.ts'
import { readMany } from './records.ts'
import { soughtIn } from './sought.ts'
import { type Item, query as queryItems } from './table.ts'
import { holds } from './words.ts'

/** Where every record lies on which the office that is asked about owes something, in the order asked: they are few enough to be read whole. */
export async function* walkHeld(asked: Asked): AsyncGenerator<Placed<Ref>> {
  const rows = (await heldEntries(asked)).map((entry) => ({ entry, place: placeOf(entry, asked.order) }))
  for (const row of sort(asked, rows)) if (isBeyond(asked, row.place)) yield row
}

/** The same records as entries, each with the soonest day of what that office owes on it itself. */
export async function heldEntries(asked: Asked): Promise<Entry[]> {
  const { scope, ledgers, query, today } = asked
  const known = new Map(ledgers.map((ledger) => [ledger.key, ledger]))
  const sought = query.q === undefined ? [] : soughtIn(query.q, (await world()).offices)
  const fits = passing(asked)
  return (await readMany(scope, await owing(asked))).flatMap((record): Entry[] => {
    const ledger = known.get(record.ledger)
    const owed = asOwed(record, query.holder)
    if (!ledger || !owed || !holds(ledger, record, sought)) return []
    const facts = factsOf(ledger, owed, today)
    const entry: Entry = { ...entryOf(ledger, owed), part: EVERYBODY, audience: record.readers, concerned: true, facts }
    return fits(entry) ? [entry] : []
  })
}

/** Where the open duties of the office lie, as far as their days can pass; each record once. */
async function owing({ scope, ledgers, query, today }: Asked): Promise<Ref[]> {
  const [kind = '', id = ''] = (query.holder ?? '').split(':')
  const pk = keys.holder(scope, { kind: kind as 'unit', id })
  const refs = new Map<string, Ref>()
  for await (const { record } of queryItems<OpenDuty & Item>({ pk, ...dueRange(query, today) }))
    if (ledgers.some(({ key }) => key === record.ledger))
      refs.set(`${record.ledger}#${record.id}`, { ledger: record.ledger, id: record.id })
  return [...refs.values()]
}
