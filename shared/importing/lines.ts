import type { Ledger } from '../definition/ledger.ts'
import { officeNames } from '../office-names.ts'
import type { World } from '../world.ts'

/** The township that a line standing alone is called after: 一、新安镇（12件）. Undefined for any other line, and on a ledger of the county's own. */
export type Lines = (line: string) => string | undefined

/** Reads such lines; built once for a file. */
export function townshipLines(ledger: Ledger, { offices }: World): Lines {
  if (ledger.level === 'county') return () => undefined
  const names = officeNames(offices, 'township')
  const known = new Map<string, string | undefined>()
  return (line) => {
    // What is longer tells of more than a place.
    if (line.length > 24) return undefined
    if (!known.has(line)) known.set(line, names.id(bare(line)))
    return known.get(line)
  }
}

const counts = [/^[一二三四五六七八九十]{1,3}[、.．]/, /^[(（][一二三四五六七八九十]{1,3}[)）]/, /^\d{1,2}[、.．]/, /^[(（]\d{1,2}[)）]/]
const places = /(镇|乡|街道|机关|县直|直属|园区|开发区|农场|林场|渔场|社区|代表团)$/

/** True for a line that names no township of the county and yet ends what lies below the township of the line above: it is counted as that one, or names another place. */
export function endsPlace(line: string, above: string): boolean {
  const count = (text: string) => counts.findIndex((form) => form.test(text.trim()))
  return (count(line) >= 0 && count(line) === count(above)) || places.test(bare(line))
}

/** Without a count before it and a number of items behind. */
function bare(line: string): string {
  return line
    .normalize('NFKC')
    .trim()
    .replace(/^[(]?[\d一二三四五六七八九十]{1,3}[)、.]\s*/, '')
    .replace(/\s*(\([^()]*\)|:|共?\s*\d+\s*[件条项])$/g, '')
    .trim()
}
