import { fold } from '../../../shared/fold.ts'

/** Beside what a text says, whose it is and of which ledger: a line break begins what no text holds. */
export const ownerToken = (owner: string): string => `\no${owner}`
/** What a text is found by that is on this ledger. */
export const ledgerToken = (ledger: string): string => `\nl${ledger}`

/** What a text is found by that concerns this office. */
export const officeToken = (office: string): string => `\nf${office}`

/** The signs and pairs of signs that must all occur where a word (folded) does; for a word of one or two signs that is the word itself. */
export function tokensOf(word: string): string[] {
  if (word.length <= 2) return [word]
  return [...new Set(Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2)))]
}

/** Every sign and every pair of signs of a stored text, once each, as numbers: a pair is its first sign, then the second. */
export function eachToken(text: string, token: (token: number) => void): void {
  for (const line of text.split('\n').map(fold))
    for (let at = 0; at < line.length; at += 1) {
      const sign = line.charCodeAt(at)
      token(sign)
      if (at + 1 < line.length) token(sign * 65536 + line.charCodeAt(at + 1) + 65536)
    }
}

/** The token that a number stands for. */
export function spelled(token: number): string {
  if (token < 65536) return String.fromCharCode(token)
  const pair = token - 65536
  return String.fromCharCode(Math.floor(pair / 65536), pair % 65536)
}

/** In which of so many buckets a token lies. */
export function bucketOf(token: string, buckets: number): number {
  let hash = 2166136261
  for (let at = 0; at < token.length; at += 1) hash = Math.imul(hash ^ token.charCodeAt(at), 16777619)
  return ((hash ^ (hash >>> 15)) >>> 0) % buckets
}
