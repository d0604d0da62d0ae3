import type { Ledger } from '../../../shared/definition/ledger.ts'
import { isOneLine } from '../../../shared/definition/lines.ts'
import { commonWords } from '../../words/titles.ts'

const QUERIES = 3
const SHOWN = 3
const ALIKE = 0.3

/**
 * What to search for to find titles like this one: pairs of neighbouring words, since a list is searched for all words at once and a whole
 * title is written twice by nobody. The ledger's own name and common words are left out.
 */
export function questionsFor(title: string, ledger: Ledger): string[] {
  const names = Object.values(ledger.label).map((name) => name.toLowerCase())
  const words = wordsIn(title).filter((word) => !commonWords.includes(word) && !names.some((name) => name.includes(word)))
  const pairs = words.slice(1).map((word, at) => `${words[at]} ${word}`)
  const all = [...new Set(pairs.length > 0 ? pairs : words)]
  const step = Math.max(1, (all.length - 1) / (QUERIES - 1))
  return [...new Set(Array.from({ length: QUERIES }, (_, at) => all[Math.round(at * step)]))].filter((each) => each !== undefined)
}

/** The records whose headings are most like a title, the most alike first; none that only share a common word. */
export function closest<R extends { id: string; heading: string }>(title: string, records: R[]): R[] {
  const all = [...new Map(records.map((record) => [record.id, record])).values()]
  return all
    .map((record) => ({ record, alike: likeness(title, record.heading) }))
    .filter(({ alike }) => alike >= ALIKE)
    .sort((a, b) => b.alike - a.alike)
    .slice(0, SHOWN)
    .map(({ record }) => record)
}

/** From 0 to 1: the part of the neighbouring characters that two titles have in common. */
export function likeness(a: string, b: string): number {
  const [left, right] = [pairsOf(a), pairsOf(b)]
  const both = [...left].filter((pair) => right.has(pair)).length
  return left.size + right.size === 0 ? 0 : (2 * both) / (left.size + right.size)
}

function pairsOf(text: string): Set<string> {
  const letters = [
    ...(commonWords
      .reduce((rest, word) => rest.replaceAll(word, ''), text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]/gu) ?? []),
  ]
  return new Set(letters.slice(1).map((letter, at) => `${letters[at]}${letter}`))
}

/** Words of two characters and more; pairs of characters where the browser knows no words. */
function wordsIn(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase()
  if (typeof Intl.Segmenter !== 'function') return plain.match(/\p{Script=Han}{2}|[\p{L}\p{N}]{2,}/gu) ?? []
  const segments = [...new Intl.Segmenter('zh-CN', { granularity: 'word' }).segment(plain)]
  return segments.flatMap(({ segment, isWordLike }) => (isWordLike && [...segment].length > 1 ? [segment] : []))
}

/** True of a step before which one looks at what is alike: it takes an item into the register, or writes what it is answered with. */
export function looksAround({ transitions, fields, part }: Ledger, act: string): boolean {
  // What another item made is called as that is: nobody wrote it twice.
  if (part) return false
  const rule = transitions[act]
  const writes = (rule?.asks ?? []).some((ask) => {
    const field = fields[ask.replace('?', '')]
    return field?.kind === 'text' && field.only !== 'event' && !isOneLine(field)
  })
  return writes || [rule, ...(rule?.branches ?? [])].some((effects) => effects?.numbers)
}
