import { createHash } from 'node:crypto'
import { canonical } from '../../shared/canonical.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import { writesOf } from '../store/commit.ts'
import { keys } from '../store/keys.ts'
import { listItems, nameOf } from '../store/lists.ts'
import type { Notice } from '../store/notices.ts'
import { isNoted, type Note, placesOf } from '../store/places.ts'
import { everything, kindOf } from '../store/scan.ts'
import type { Item } from '../store/table.ts'
import { numbers } from './numbers.ts'
import { readStored, type Stored } from './stored.ts'
import { type Fault, faultsOf } from './story.ts'
import { tallies } from './tallies.ts'

/** What was looked at, and all that does not hold. `underway`: changes whose lists and counters are still on their way; look again when there are none. */
export type Verified = { records: number; events: number; duties: number; notices: number; underway: number; faults: Fault[] }

/** What is written from a record and nothing else, by kind: places in lists, words, duties by holder, numbers, claims, and its places in families. */
const listed = new Set(['L', 'Q', 'HOLD', 'NO', 'ONCE', 'K'])
/** What is added up. */
const added = new Set(['N', 'FIGURES'])
const AT_ONCE = 16

/**
 * Walks all that a county has stored and says what does not hold: chains unbroken, each record and its duties as its events tell them, whatever lists, counters,
 * figures and claims say as the records say it, numbers without gaps, each notice once. Changes nothing.
 */
export async function verify(scope: Scope, ledgers: Map<string, Ledger>): Promise<Verified> {
  const there = new Map<string, string>()
  const notes = new Map<string, Note>()
  const sums: Item[] = []
  const sequences: Item[] = []
  const notices: Notice[] = []
  const records: Item[] = []
  let underway = 0
  for await (const item of everything(scope)) {
    const kind = kindOf(item)
    if (kind === 'R' && item.sk === 'A') records.push({ pk: item.pk, sk: item.sk })
    else if (isNote(item)) notes.set(item.pk, item as Note & Item)
    else if (listed.has(kind) && !isLock(item)) there.set(nameOf(item), contentOf(item))
    else if (added.has(kind)) sums.push(item)
    else if (kind === 'SEQ') sequences.push(item)
    else if (kind === 'NOTICE') notices.push(item as unknown as Notice)
    else if (kind === 'OUTBOX' || kind === 'UNTOLD') underway += 1
  }
  const verified: Verified = { records: 0, events: 0, duties: 0, notices: notices.length, underway, faults: twice(notices) }
  const expected = tallies()
  const numbered = numbers()
  for (let at = 0; at < records.length; at += AT_ONCE) {
    const some = await Promise.all(records.slice(at, at + AT_ONCE).map(readStored))
    for (const stored of some) if (stored) judge(stored)
  }
  for (const name of there.keys()) verified.faults.push({ kind: 'lists', where: name, says: 'stands there, and no record says so' })
  verified.faults.push(...expected.faults(sums), ...numbered.faults(sequences))
  return verified

  function judge(stored: Stored): void {
    const { record, events } = stored
    const ledger = ledgers.get(record.ledger)
    verified.records += 1
    verified.events += events.length
    verified.duties += record.duties.length
    verified.faults.push(...faultsOf(stored))
    if (!ledger)
      return void verified.faults.push({ kind: 'record', where: `${record.ledger}/${record.id}`, says: 'its ledger is not there' })
    const items = listItems(scope, ledger, record).filter((item) => listed.has(kindOf(item)))
    expected.add(ledger, items)
    numbered.add(ledger, stored)
    const claims = claimed(scope, ledger, record)
    for (const [name, item] of new Map([...items, ...claims].map((each) => [nameOf(each), each]))) compare(name, item)
    for (const name of mayStand(scope, ledger, record)) there.delete(name)
    for (const place of placesOf(scope, ledger, record))
      if (!isNoted(place, notes.get(place.pk)))
        verified.faults.push({
          kind: 'lists',
          where: nameOf(place),
          says: 'is not noted by the record that it follows; migrating from form 4 again notes it',
        })
  }

  function compare(name: string, item: Item): void {
    const found = there.get(name)
    there.delete(name)
    if (found === contentOf(item)) return
    const says = found === undefined ? 'is missing' : 'says otherwise than its record'
    verified.faults.push({ kind: 'lists', where: name, says })
  }
}

/** The item by which a family knows whether it moved: it counts, and follows from no record. */
const isLock = (item: Item): boolean => kindOf(item) === 'K' && item.sk === 'A'
const isNote = (item: Item): boolean => kindOf(item) === 'K' && item.sk === keys.followers(item).sk
const isNaming = ({ sk }: Item): boolean => sk.startsWith('F#')

/** What stands from the same moment as a record: its number, what it claims, its place among its parent's children. */
function claimed(scope: Scope, ledger: Ledger, record: LedgerRecord): Item[] {
  return putsOf(scope, ledger, record).filter((item) => listed.has(kindOf(item)) && !isNaming(item))
}

/** What a record wrote of those that it hangs on: most of it stands among its lists, and that of its parent is nobody's business. */
function mayStand(scope: Scope, ledger: Ledger, record: LedgerRecord): string[] {
  return putsOf(scope, ledger, record).filter(isNaming).map(nameOf)
}

function putsOf(scope: Scope, ledger: Ledger, after: LedgerRecord): Item[] {
  return writesOf(scope, { ledger, after, events: [] }).flatMap((write) => ('put' in write ? [write.put] : []))
}

/** What an item says, whichever version said it. */
function contentOf({ v: _, ...item }: Item): string {
  return createHash('sha256').update(canonical(item)).digest('base64')
}

/** Mails of their own that bear the same id of the mail service, and reminders of one duty that were said twice to one person on one day. */
function twice(notices: Notice[]): Fault[] {
  const said = notices.filter(({ state }) => state === 'sent')
  const names = (notice: Notice): string[] => [
    ...(notice.messageId && !notice.letter ? [`message ${notice.messageId}`] : []),
    ...(notice.duty ? [[notice.to, notice.record.id, notice.duty, notice.rule, notice.on, notice.copy ?? ''].join(' ')] : []),
  ]
  const all = Map.groupBy(
    said.flatMap((notice) => names(notice).map((name) => ({ name, notice }))),
    ({ name }) => name,
  )
  return [...all].flatMap(([where, same]): Fault[] =>
    same.length > 1 ? [{ kind: 'notices', where, says: `was sent ${same.length} times` }] : [],
  )
}
