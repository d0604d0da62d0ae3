import type { Table as Ruled } from '../../shared/papers/filled.ts'
import { sizes } from './sheet.ts'

/** The narrowest that a column is made for the sake of others, in twips: five signs. */
const LEAST = 1180
/** The longest line that is kept whole, in twips: a day has nine signs. */
const LINE = 2350

/**
 * How wide each column of a table is that is `whole` wide, in twips: by its share; but what is short, a number or a day, stands in one line, the shortest first, as
 * long as a third of the sheet is left to what is long. Where nothing is long, all have their line and divide what is left.
 */
export function columnsOf({ head, rows, shares }: Pick<Ruled, 'head' | 'rows' | 'shares'>, whole: number): number[] {
  const all = [...(head ? [head] : []), ...rows]
  const lines = shares.map(
    (_, at) => Math.ceil(Math.max(0, ...all.map((cells) => signsIn(cells[at] ?? ''))) * (sizes.table + 1) * 10) + 200,
  )
  const given = (held: number[]) => {
    const left = held.reduce((sum, at) => sum - (lines[at] ?? 0), whole)
    const rest = shares.reduce((sum, share, at) => sum + (held.includes(at) ? 0 : share), 0)
    return shares.map((share, at) => (held.includes(at) ? (lines[at] ?? 0) : Math.floor((left * share) / rest)))
  }
  const short = [...lines.keys()].filter((at) => head && (lines[at] ?? 0) <= LINE).sort((a, b) => (lines[a] ?? 0) - (lines[b] ?? 0))
  const over = lines.reduce((sum, line) => sum - line, whole)
  if (short.length === shares.length && over >= 0) {
    const all = shares.reduce((sum, share) => sum + share, 0)
    return shares.map((share, at) => Math.floor((lines[at] ?? 0) + (over * share) / all))
  }
  const held = short.slice(0, shares.length - 1)
  const fits = (columns: number[]) =>
    columns.every((width, at) => held.includes(at) || width >= Math.min(lines[at] ?? 0, LEAST)) &&
    columns.reduce((sum, width, at) => sum + (held.includes(at) ? 0 : width), 0) >= whole / 3
  while (held.length > 0 && !fits(given(held))) held.pop()
  return given(held)
}
/** How wide the longest line of a text is, in Chinese signs; between them and others stands a quarter of one. */
function signsIn(text: string): number {
  const width = (sign: string) => (/[A-Z]/.test(sign) ? 1 : /[\x20-\x7e]/.test(sign) ? 0.62 : 1)
  const gaps = (line: string) => line.match(/[\x21-\x7e](?=[^\x20-\x7e])|[^\x20-\x7e](?=[\x21-\x7e])/g)?.length ?? 0
  return Math.max(...text.split('\n').map((line) => [...line].reduce((sum, sign) => sum + width(sign), gaps(line) / 4)))
}
