import { isCounty, ownerOf } from './parts.ts'

/** Who of those that read a partition may see a row of it, and whether the row is its office's own business: short enough for a key. */
export type Mark = { audience: string[]; concerned: boolean }

const letters: Record<string, string> = { c: 'county', t: 'anyTownship', p: 'public' }

/**
 * The mark of a record in a partition. `concerned`: a township's own record, or one that names the unit now; not what it merely reads. Of the readers only
 * those are kept by whom somebody who reads this partition could be meant.
 */
export function markOf(part: string, record: { township: string | null; readers: string[]; units: string[] }): string {
  const { township, readers, units } = record
  const concerned = part.startsWith('unit:')
    ? units.includes(part.slice('unit:'.length))
    : !part.startsWith('township:') || ownerOf(township) === part
  const few = Object.entries(letters).flatMap(([letter, token]) => (token !== part && readers.includes(token) ? [letter] : []))
  const desks = readers.includes('county') ? [] : readers.filter((token) => token !== 'county' && isCounty(token))
  return `${concerned ? '+' : '-'}${readers.includes(part) ? 'o' : ''}${few.join('')}${desks
    .sort()
    .map((desk) => `!${desk.slice('county:'.length)}`)
    .join('')}`
}

/** Reads a mark: the tokens, as `sees` compares them. */
export function readMark(part: string, mark: string): Mark {
  const [few = '', ...desks] = mark.slice(1).split('!')
  const tokens = [...few].flatMap((letter) => (letter === 'o' ? [part] : (letters[letter] ?? [])))
  return { audience: [...tokens, ...desks.map((desk) => `county:${desk}`)], concerned: mark.startsWith('+') }
}
