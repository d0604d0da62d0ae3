import { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType } from 'docx'
import type { FilledPaper, Table as Ruled } from '../../shared/papers/filled.ts'
import { columnsOf } from './columns.ts'
import { face, sizes, widths } from './sheet.ts'

/**
 * A ruled table as wide as the type area; its head stands on every page, and no row is parted while it fits one. `keepNext`: its last row goes with what
 * follows.
 */
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
