import type { Ledger } from '../../shared/definition/ledger.ts'
import { linksOf } from '../../shared/definition/links.ts'
import { soonestDay } from '../../shared/duty.ts'
import { hiddenFields, without } from '../../shared/engine/readers.ts'
import { heading } from '../../shared/heading.ts'
import { isDay } from '../../shared/names.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import type { DecidedItem, LastMeeting } from '../../shared/wire.ts'
import type { World } from '../../shared/world.ts'
import type { Catalogue } from '../catalogue.ts'
import { eachRecord } from '../store/each.ts'
import { readFollowers } from '../store/followers.ts'
import { readMany } from '../store/records.ts'

type Looking = { scope: Scope; world: World; catalogue: Catalogue; today: string }
type Held = { ledger: Ledger; record: LedgerRecord; on: string }

/** So many meetings are looked at for one that decided anything, and so many items are told of it. */
const LOOKED_AT = 5
const MOST_ITEMS = 100

/**
 * The last meeting that was held and what came of it, as far as the scope may see: the items on its agenda, and those that name it or came from it, with how far
 * each is. A meeting that decided nothing gives way to the one before; null when none was held in this year or the last.
 */
export async function lastMeeting(looking: Looking): Promise<LastMeeting | null> {
  const held = (await heldMeetings(looking)).slice(0, LOOKED_AT)
  for (const meeting of held) {
    const items = await itemsOf(looking, meeting)
    if (items.length > 0 || meeting === held.at(-1)) return told(items.length > 0 ? meeting : (held[0] ?? meeting), items)
  }
  return null
}

async function heldMeetings({ scope, catalogue, today }: Looking): Promise<Held[]> {
  const year = Number(today.slice(0, 4))
  const found: Held[] = []
  for (const { ledger } of catalogue.values()) {
    const { meets } = ledger
    if (!meets) continue
    for (const each of [year, year - 1]) {
      const query = { year: each, states: meets.in, ...(scope.office.kind === 'county' ? { township: 'county' } : {}) }
      for await (const record of eachRecord(scope, ledger, query, today)) {
        const on = record.data[meets.day.slice(1)]
        if (isDay(on) && on <= today) found.push({ ledger, record, on })
      }
      if (found.length >= LOOKED_AT) break
    }
  }
  return found.sort((a, b) => (a.on < b.on ? 1 : -1))
}

async function itemsOf({ scope, world, catalogue, today }: Looking, { ledger, record }: Held): Promise<DecidedItem[]> {
  const data = without(record.data, hiddenFields(ledger, record, scope, world))
  const [agenda, followers] = await Promise.all([
    readMany(scope, linksOf(ledger.fields, data)),
    readFollowers(scope, { ledger: ledger.key, id: record.id }),
  ])
  const all = new Map([...agenda, ...followers].map((each) => [`${each.ledger}/${each.id}`, each]))
  return [...all.values()].slice(0, MOST_ITEMS).flatMap((item): DecidedItem[] => {
    const of = catalogue.get(item.ledger)?.ledger
    if (!of || of.part || of.states[item.state]?.phase === 'void') return []
    const dueOn = soonestDay(item.duties)
    const due = item.duties.find((each) => each.state === 'open' && each.dueOn === dueOn)
    const duty = dueOn === null ? undefined : of.duties[due?.key ?? '']?.label
    const { id, number, township, state } = item
    const named = { ledger: of.key, id, ...(number ? { number } : {}), heading: heading(of, item), township }
    return [{ ...named, state, dueOn, ...(duty ? { duty } : {}), overdue: dueOn !== null && dueOn < today }]
  })
}

function told({ ledger, record: { id, number, ...record }, on }: Held, items: DecidedItem[]): LastMeeting {
  return { ledger: ledger.key, id, ...(number ? { number } : {}), heading: heading(ledger, { id, ...record } as LedgerRecord), on, items }
}
