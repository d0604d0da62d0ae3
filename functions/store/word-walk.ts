import type { Scope } from '../../shared/scope.ts'
import type { Entry } from './entries.ts'
import { keys } from './keys.ts'
import { COUNTY_PART } from './parts.ts'
import { getItems } from './table.ts'
import { contains, wordsOf } from './words.ts'

export type Words = { pk: string; sk: string; text: string }

/** The entries, in the same order, beside the texts in which every word of `q` occurs: words and entry of an owner lie under one sort key. */
export async function besideWords(items: Words[], q: string): Promise<Entry[]> {
  const words = wordsOf(q)
  const hits = items.filter(({ text }) => contains(text, words))
  const places = hits.map(({ pk, sk }) => ({ pk: pk.replace('#Q#', '#L#'), sk }))
  const entries = await getItems<Entry>(places, { eventual: true })
  return entries.filter((entry) => entry !== undefined)
}

/** Those of the entries in whose texts every word of `q` occurs. For partitions of readers from outside, which are short. */
export async function withWords(scope: Scope, entries: Entry[], q: string): Promise<Entry[]> {
  const words = wordsOf(q)
  const places = entries.map((entry) => ({
    pk: keys.words(scope, entry.ledger, entry.township ?? COUNTY_PART),
    sk: `${entry.createdAt}#${entry.id}`,
  }))
  const texts = await getItems<Words>(places, { eventual: true })
  return entries.filter((_, at) => contains(texts[at]?.text ?? '', words))
}
