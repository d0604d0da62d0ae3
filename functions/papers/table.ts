import { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType } from 'docx'
import type { FilledPaper, Table as Ruled } from '../../shared/papers/filled.ts'
import { face, sizes, widths } from './sheet.ts'

/** A ruled table as wide as the type area; its head stands on every page, and no row is parted while it fits one. `keepNext`: its last row goes with what follows. */
export function tableOf(ruled: Ruled, sheet: FilledPaper['sheet'], keepNext = false): (Paragraph | Table)[] {
  const columns = columnsOf(ruled, widths[sheet])
  const spare = new Paragraph({ spacing: { before: 60, after: 0, line: 120, lineRule: 'exact' }, keepNext, children: [] })
  // What stands in a column stands alike: in the middle where all of it is short.
  const short = columns.map((_, at) => ruled.rows.every((cells) => [...(cells[at] ?? '')].length <= 11))
  const rows = ruled.rows.map((cells, at) => rowOf(cells, ruled, columns, short, keepNext && at === ruled.rows.length - 1))
  const head = ruled.head
    ? [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: ruled.head.map((text, at) => cellOf(text, columns[at] ?? 0, 1, 'head')),
        }),
      ]
    : []
  return [
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: columns.reduce((a, b) => a + b, 0), type: WidthType.DXA },
      columnWidths: columns,
      rows: [...head, ...rows],
    }),
    spare,
  ]
}

/**
 * How wide each column is: by its share; but what is short, a number or a day, stands in one line, the shortest first, as long as a third of the sheet is left
 * to what is long.
 */
function columnsOf({ head, rows, shares }: Ruled, whole: number): number[] {
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
  const held = short.slice(0, shares.length - 1)
  const fits = (columns: number[]) =>
    columns.every((width, at) => held.includes(at) || width >= Math.min(lines[at] ?? 0, LEAST)) &&
    columns.reduce((sum, width, at) => sum + (held.includes(at) ? 0 : width), 0) >= whole / 3
  while (held.length > 0 && !fits(given(held))) held.pop()
  return given(held)
}
/** The narrowest that a column is made for the sake of others, in twips: five signs. */
const LEAST = 1180
/** The longest line that is kept whole, in twips: a day has nine signs. */
const LINE = 2350

/** How wide the longest line of a text is, in Chinese signs; between them and others stands a quarter of one. */
function signsIn(text: string): number {
  const width = (sign: string) => (/[A-Z]/.test(sign) ? 1 : /[\x20-\x7e]/.test(sign) ? 0.62 : 1)
  const gaps = (line: string) => line.match(/[\x21-\x7e](?=[^\x20-\x7e])|[^\x20-\x7e](?=[\x21-\x7e])/g)?.length ?? 0
  return Math.max(...text.split('\n').map((line) => [...line].reduce((sum, sign) => sum + width(sign), gaps(line) / 4)))
}

function rowOf(cells: string[], { labels, tall = 9 }: Ruled, columns: number[], short: boolean[], keepNext: boolean): TableRow {
  // A row of fewer facts than others gives the rest of its width to the last.
  const left = columns.length - cells.length
  const children = cells.map((text, at) => {
    const span = at === cells.length - 1 ? 1 + left : 1
    const width = columns.slice(at, at + span).reduce((a, b) => a + b, 0)
    return cellOf(text, width, span, labels && at % 2 === 0 ? 'label' : short[at] && !labels ? 'short' : 'plain', keepNext)
  })
  const long = cells.some((text) => [...text].length > 300)
  return new TableRow({ cantSplit: !long, height: { value: tall * 57, rule: 'atLeast' }, children })
}

function cellOf(text: string, width: number, span: number, kind: 'head' | 'label' | 'short' | 'plain', keepNext = false): TableCell {
  const bold = kind === 'head' || kind === 'label'
  return new TableCell({
    columnSpan: span,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: text.split('\n').map(
      (line) =>
        new Paragraph({
          alignment: kind === 'plain' ? AlignmentType.LEFT : AlignmentType.CENTER,
          spacing: { line: 320, lineRule: 'atLeast' },
          keepNext,
          children: [
            new TextRun({ text: line, font: face(bold ? 'level1' : 'body'), size: kind === 'head' ? sizes.table : sizes.table + 1 }),
          ],
        }),
    ),
  })
}
