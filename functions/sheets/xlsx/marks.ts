import { columnLetters } from '../../../shared/importing/sheet.ts'
import { asCell } from '../characters.ts'
import { openArchive, plainName } from './archive.ts'
import { partsOf } from './book.ts'
import { rezip } from './rezip.ts'

/** What to write into one tab: reasons into a column (counted from 0) below its title, and the cells to colour, row by row. */
export type Marks = {
  tab: string
  column: number
  heading: number
  title: string
  rows: Map<number, { wrong: Set<number>; reason: string }>
}

/** The ground of a cell that has to be mended. */
const GROUND = 'FFFAD7E6'

/**
 * Somebody's own workbook with marks in it: formats, widths, formulas, other tabs and everything else stay as they are. Null when it is written in a way in which it cannot
 * be marked without taking it apart: rows or cells without addresses, or names with a prefix.
 */
export function markBook(bytes: Uint8Array, marks: Marks[]): Buffer | null {
  const archive = openArchive(bytes)
  const { tabs, styles = '' } = partsOf(archive)
  const sheet = archive.part(styles)?.toString('utf8')
  const ground = sheet === undefined ? null : grounds(sheet)
  if (!ground) return null
  const replaced = new Map<string, Buffer>()
  for (const each of marks) {
    const part = tabs.get(each.tab)
    // A tab may hold several tables.
    const xml = part === undefined ? undefined : (replaced.get(plainName(part)) ?? archive.part(part))?.toString('utf8')
    const marked = xml === undefined ? null : markTab(xml, each, ground.of)
    if (part === undefined || marked === null) return null
    replaced.set(plainName(part), Buffer.from(marked))
  }
  replaced.set(plainName(styles), Buffer.from(ground.styles()))
  return rezip(bytes, replaced)
}

const row = /<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g
const cell = /<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g

function markTab(xml: string, { column, heading, title, rows }: Marks, ground: (style: number) => number): string | null {
  const found = new Set<number>()
  let whole = true
  const marked = xml.replace(row, (all, attributes: string, inner = '') => {
    const at = Number(/\br="(\d+)"/.exec(attributes)?.[1] ?? Number.NaN)
    if (Number.isNaN(at)) whole = false
    const mine = rows.get(at)
    const told = at === heading ? { wrong: new Set<number>(), reason: mine ? `${title}：${mine.reason}` : title } : mine
    if (!told && at < heading) return all
    found.add(at)
    const cells = cellsOf(inner)
    if (!cells) whole = false
    else {
      for (const place of told?.wrong ?? []) cells.set(place, coloured(cells.get(place) ?? `<c r="${columnLetters(place)}${at}"/>`, ground))
      if (told?.reason) cells.set(column, reasonCell(`${columnLetters(column)}${at}`, told.reason))
      else cells.delete(column)
    }
    const ordered = [...(cells ?? [])].sort(([a], [b]) => a - b).map(([, each]) => each)
    return `<row${attributes.replace(/\sspans="[^"]*"/, '')}>${ordered.join('')}</row>`
  })
  if (!whole || ![heading, ...rows.keys()].every((at) => found.has(at))) return null
  return widened(marked.replace(/<dimension\b[^>]*\/>/, ''), column)
}

function cellsOf(inner: string): Map<number, string> | null {
  const cells = new Map<number, string>()
  for (const [all, attributes = ''] of inner.matchAll(cell)) {
    const letters = /\br="([A-Z]{1,3})\d+"/.exec(attributes)?.[1]
    if (letters === undefined) return null
    cells.set([...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1, all)
  }
  return cells
}

function coloured(xml: string, ground: (style: number) => number): string {
  return xml.replace(/^<c\b([^>]*?)(\/?)>/, (_, attributes: string, end: string) => {
    const style = /\ss="(\d+)"/.exec(attributes)
    const rest = attributes.replace(/\ss="\d+"/, '')
    return `<c${rest} s="${ground(Number(style?.[1] ?? 0))}"${end}>`
  })
}

function reasonCell(address: string, reason: string): string {
  const text = asCell(reason).replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
}

/** Room for the reasons, where no rule for columns reaches there yet. */
function widened(xml: string, column: number): string {
  const wide = `<col min="${column + 1}" max="${column + 1}" width="60" customWidth="1"/>`
  const cols = /<cols>([\s\S]*?)<\/cols>/.exec(xml)
  if (!cols) return xml.replace('<sheetData', `<cols>${wide}</cols><sheetData`)
  const reaches = [...(cols[1] ?? '').matchAll(/\bmax="(\d+)"/g)].some(([, max]) => Number(max) > column)
  return reaches ? xml : xml.replace('</cols>', `${wide}</cols>`)
}

/** Styles with one more for each that is coloured: the same with another ground. Null where they are not written as usual. */
function grounds(xml: string): { of: (style: number) => number; styles: () => string } | null {
  const fills = /<fills\b[^>]*>([\s\S]*?)<\/fills>/.exec(xml)
  const formats = /<cellXfs\b[^>]*>([\s\S]*?)<\/cellXfs>/.exec(xml)
  if (!formats) return null
  const known = [...(formats[1] ?? '').matchAll(/<xf\b[^>]*?(?:\/>|>[\s\S]*?<\/xf>)/g)].map(([xf]) => xf)
  const own = [...(fills?.[1] ?? '').matchAll(/<fill>|<fill\s[^>]*>/g)].length
  // The first two fills are the format's own (none, and grey).
  const base = fills ? '' : '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
  const id = fills ? own : 2
  const added: string[] = []
  const places = new Map<number, number>()
  return {
    of(style) {
      const place = places.get(style) ?? known.length + added.length
      if (!places.has(style)) {
        added.push(
          (known[style] ?? '<xf/>').replace(/\s(fillId|applyFill)="[^"]*"/g, '').replace(/^<xf/, `<xf fillId="${id}" applyFill="1"`),
        )
        places.set(style, place)
      }
      return place
    },
    styles() {
      const fill = `${base}<fill><patternFill patternType="solid"><fgColor rgb="${GROUND}"/><bgColor indexed="64"/></patternFill></fill>`
      const all = `<fills count="${id + 1}">${fills?.[1] ?? ''}${fill}</fills>`
      const filled = fills
        ? xml.replace(fills[0], () => all)
        : xml.replace(/(<\/fonts>|<styleSheet\b[^>]*>(?:\s*<numFmts\b[\s\S]*?<\/numFmts>)?)/, `$1${all}`)
      return filled.replace(formats[0], () => `<cellXfs count="${known.length + added.length}">${formats[1]}${added.join('')}</cellXfs>`)
    },
  }
}
