import type { Ledger } from '../../shared/definition/ledger.ts'
import { fold } from '../../shared/fold.ts'
import { initials } from '../../shared/initials.ts'
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

/** True when every word of a search (folded) occurs in a stored text, which an earlier release folded less. */
export function contains(text: string, words: string[]): boolean {
  const plain = text.split('\n').map(fold).join('\n')
  return words.every((word) => plain.includes(word))
}

/** Number, texts and names, folded, and the pinyin initials of people's names. What not every reader may see is not searched (rule 20). */
function textOf(ledger: Ledger, record: LedgerRecord): string {
  const searched = Object.entries(ledger.fields).filter(([key, field]) => {
    if (field.seenBy || field.only === 'event' || field.search === false) return false
    return field.search || ledger.list.search?.includes(key) || ['text', 'deputies', 'names', 'items'].includes(field.kind)
  })
  const pieces = [record.number ?? '', ...searched.flatMap(([key]) => textsIn(record.data[key]))]
  const people = Object.keys(ledger.fields).filter((key) => ['deputies', 'names'].includes(ledger.fields[key]?.kind ?? ''))
  const short = searched.flatMap(([key]) => (people.includes(key) ? textsIn(record.data[key]).map(initials) : []))
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
