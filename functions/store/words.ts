import type { Ledger } from '../../shared/definition/ledger.ts'
import type { LedgerRecord, Value } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import type { Item } from './expressions.ts'
import { keys } from './keys.ts'
import { ownerOf } from './parts.ts'

const MOST = 30_000

/** The searchable text of a record, beside those of its owner's other records of all ledgers: rewritten only when the text changes. */
export function wordItem(scope: Scope, ledger: Ledger, record: LedgerRecord): Item {
  return {
    pk: keys.words(scope, ownerOf(record.township)),
    sk: `${record.createdAt}#${record.id}`,
    ledger: record.ledger,
    id: record.id,
    text: textOf(ledger, record),
  }
}

/** The words of a search, ready to be looked for. Every one must occur. */
export function wordsOf(q: string): string[] {
  return q.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
}

/** True when every word occurs in the text. */
export function contains(text: string, words: string[]): boolean {
  return words.every((word) => text.includes(word))
}

/** Number, texts and names: full width and half width alike, lower case, without spaces. What not every reader may see is not searched (rule 20). */
function textOf(ledger: Ledger, record: LedgerRecord): string {
  const searched = Object.entries(ledger.fields).filter(([key, field]) => {
    if (field.seenBy || field.only === 'event' || field.search === false) return false
    return field.search || ledger.list.search?.includes(key) || ['text', 'deputies', 'names', 'items'].includes(field.kind)
  })
  const pieces = [record.number ?? '', ...searched.flatMap(([key]) => textsIn(record.data[key]))]
  return pieces.map(normal).filter(Boolean).join('\n').slice(0, MOST)
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

function normal(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}
