import { writeNumber } from '../parts/number.ts'

/** What waits for a step of mine, with the number that its list opens; null when all of it stands above as duties, which are not told twice. */
export function waits(label: string, all: number, above: number, words: { pendingAbove: (n: number) => string }): string | null {
  if (all <= above) return null
  return `${label} ${writeNumber(all)}${above > 0 ? words.pendingAbove(above) : ''}`
}
