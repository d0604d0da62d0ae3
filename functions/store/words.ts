import { same } from '../../shared/canonical.ts'
import type { Field } from '../../shared/definition/field.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { isOneLine } from '../../shared/definition/lines.ts'
import { fold } from '../../shared/fold.ts'
import { initials } from '../../shared/initials.ts'
import type { LedgerRecord, Value } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import type { Item } from './expressions.ts'
import { keys } from './keys.ts'
import { ownerOf } from './parts.ts'

const MOST = 30_000

/** The searchable text of a record and the offices that it names, beside those of its owner's other records of all ledgers: rewritten only when either changes. */
export function wordItem(scope: Scope, ledger: Ledger, record: LedgerRecord): Item {
  const offices = officesOf(ledger, record)
  return {
    pk: keys.words(scope, ownerOf(record.township)),
    sk: `${record.createdAt}#${record.id}`,
    ledger: record.ledger,
    id: record.id,
    text: textOf(ledger, record),
    ...(offices.length > 0 ? { offices } : {}),
  }
}

/** True when what a search reads of a record differs from what it was, or lies with another owner. */
export function rewords(scope: Scope, ledger: Ledger, before: LedgerRecord | undefined, after: LedgerRecord): boolean {
  if (after.deleted) return false
  return !before || before.deleted === true || !same(wordItem(scope, ledger, before), wordItem(scope, ledger, after))
}

/** True when a record, as it is, holds every word of a search. */
export function holds(ledger: Ledger, record: LedgerRecord, sought: Sought[]): boolean {
  return (
    sought.length === 0 || contains({ text: textOf(ledger, record), offices: officesOf(ledger, record) }, ownerOf(record.township), sought)
  )
}

/** A word of a search, folded, and the offices that are called so, as `unit:water`. */
export type Sought = { word: string; offices: string[] }

/** True when every word of a search occurs in a stored text, which an earlier release folded less, or is called like an office that the record names or belongs to. */
export function contains({ text, offices = [] }: { text: string; offices?: string[] }, owner: string, sought: Sought[]): boolean {
  const plain = text.split('\n').map(fold).join('\n')
  return sought.every(
    ({ word, offices: meant }) => plain.includes(word) || meant.some((office) => office === owner || offices.includes(office)),
  )
}

/** The offices that a record names, where every reader may see it. */
function officesOf(ledger: Ledger, record: LedgerRecord): string[] {
  const named = Object.entries(ledger.fields).flatMap(([key, field]) =>
    (field.kind === 'office' || field.kind === 'offices') && isSearched(field)
      ? textsIn(record.data[key]).map((id) => `${field.of}:${id}`)
      : [],
  )
  return [...new Set(named)]
}

const isSearched = ({ seenBy, only, search }: Field): boolean => !seenBy && only !== 'event' && search !== false

/** Where people and places are named, whose pinyin initials are searched too: names, and texts that are no longer than a line. */
const NAMED = 120
const isNaming = (field: Field): boolean =>
  ['deputies', 'names'].includes(field.kind) || (field.kind === 'text' && isOneLine(field) && (field.max ?? NAMED + 1) <= NAMED)

/** Number, texts and names, folded, and the pinyin initials of people's and places' names. What not every reader may see is not searched (rule 20). */
function textOf(ledger: Ledger, record: LedgerRecord): string {
  const searched = Object.entries(ledger.fields).filter(([key, field]) => {
    if (!isSearched(field)) return false
    return field.search || ledger.list.search?.includes(key) || ['text', 'deputies', 'names', 'items'].includes(field.kind)
  })
  const pieces = [record.number ?? '', ...searched.flatMap(([key]) => textsIn(record.data[key]))]
  const short = searched.flatMap(([key, field]) => (isNaming(field) ? textsIn(record.data[key]).map(initials) : []))
  return [...pieces.map(fold), ...short].filter(Boolean).join('\n').slice(0, MOST)
}

function textsIn(value: Value | undefined): string[] {
  if (typeof value === 'string') return [value]
  if (!Array.isArray(value)) return []
  return value.flatMap((each) =>
    typeof each === 'string'
      ? [each]
      : Object.entries(each).flatMap(([key, cell]) => (key !== 'id' && typeof cell === 'string' ? [cell] : [])),
  )
}
