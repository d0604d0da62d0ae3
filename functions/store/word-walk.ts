import type { Ledger } from '../../shared/ledger.ts'
import type { Scope } from '../../shared/scope.ts'
import type { Entry } from './entries.ts'
import { keys } from './keys.ts'
import { getItems } from './table.ts'
import { contains, wordsOf } from './words.ts'

type Words = { pk: string; sk: string; text?: string }

/** The entries, in the same order, of the texts in which every word of `q` occurs. */
export async function searched(scope: Scope, ledgers: Ledger[], items: Words[], q: string): Promise<Entry[]> {
  const words = wordsOf(q)
  const hits = items.filter((item) => contains(item.text ?? '', words))
  const entries = await getItems<Entry>(
    hits.map(({ pk, sk }) => ({ pk: entriesBeside(scope, ledgers, pk), sk })),
    { eventual: true },
  )
  return entries.filter((entry) => entry !== undefined)
}

/** Words and entries of a record lie under the same sort key, in partitions of the same name. */
function entriesBeside(scope: Scope, ledgers: Ledger[], pk: string): string {
  for (const { key } of ledgers) {
    const own = keys.words(scope, key, '')
    if (pk.startsWith(own)) return keys.entries(scope, key, pk.slice(own.length))
  }
  throw new Error(`These words belong to no ledger asked for: ${pk}`)
}
