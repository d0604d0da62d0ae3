import {
  AlignmentType,
  BorderStyle,
  HorizontalPositionAlign,
  HorizontalPositionRelativeFrom,
  ImageRun,
  Paragraph,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  TextWrappingType,
  VerticalPositionRelativeFrom,
  WidthType,
} from 'docx'
import qrcode from 'qrcode-generator'
import type { Filled, FilledPaper } from '../../shared/papers/filled.ts'
import { face, LINE, SQUEEZE, sizes, widths } from './sheet.ts'

type Sheet = FilledPaper['sheet']
const body = (sheet: Sheet) => (sheet === 'official' ? sizes.body : sizes.note)
const exact = (sheet: Sheet) => ({ line: sheet === 'official' ? LINE : 500, lineRule: 'exact' as const })

/** A paragraph with its first line two signs in, on one page with what follows where `keepNext`; headings of levels 一 and （一） in 黑体 and 楷体. */
export function paragraph(text: string, level: number, sheet: Sheet, { indented = true, keepNext = level > 0 } = {}): Paragraph {
  const font = face(level === 1 ? 'level1' : level === 2 ? 'level2' : 'body')
  const size = body(sheet)
  return new Paragraph({
    alignment: AlignmentType.BOTH,
    spacing: exact(sheet),
    ...(indented ? { indent: { firstLine: size * 20 + SQUEEZE * 2 } } : {}),
    ...(keepNext ? { keepNext } : {}),
    children: [new TextRun({ text, font, size, characterSpacing: SQUEEZE })],
  })
}

/** 附件 and what it is called, at the head of a page of its own (GB/T 9704—2012, 7.3.4). */
export function annex(text: string, sheet: Sheet): Paragraph[] {
  const head = new Paragraph({
    pageBreakBefore: true,
    spacing: exact(sheet),
    children: [new TextRun({ text: '附件', font: face('level1'), size: body(sheet) })],
  })
  return [head, ...heading([text], sheet)]
}

/** 发文机关标志, red, above everything. */
export function masthead(text: string): Paragraph[] {
  const size = Math.max(44, Math.min(100, Math.floor(840 / Math.max(1, text.length))))
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 200, after: 300 },
      children: [new TextRun({ text, font: face('title'), size, color: 'FF0000' })],
    }),
  ]
}

/** 发文字号, under a masthead with the red line. */
export function number(text: string, lined: boolean): Paragraph {
  return new Paragraph({
    alignment: lined ? AlignmentType.CENTER : AlignmentType.RIGHT,
    spacing: { after: lined ? LINE : 120 },
    ...(lined ? { border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: 'FF0000', space: 6 } } } : {}),
    children: [new TextRun({ text, size: sizes.body })],
  })
}

/** The title in 二号 小标宋, in one line or two. */
export function heading(given: string[], sheet: Sheet): Paragraph[] {
  const lines = given.flatMap((line) => balanced(line, sheet === 'official' ? 19 : 24))
  return lines.map(
    (text, at) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: {
          before: at === 0 ? 160 : 0,
          after: at === lines.length - 1 ? (sheet === 'official' ? LINE : 240) : 0,
          line: 640,
          lineRule: 'atLeast',
        },
        children: [new TextRun({ text, font: face('title'), size: sheet === 'official' ? sizes.title : 36 })],
      }),
  )
}

/**
 * A long title in lines of like length, parted where a word ends: behind 》, 的, 和, 年度, a comma or what a paper is about, before 第, and before the word to
 * which its last 的 belongs; where there is no such place, behind any word.
 */
export function balanced(text: string, most: number): string[] {
  const signs = [...text]
  const width = (from: number, to: number) => signs.slice(from, to).reduce((sum, sign) => sum + (/[\x20-\x7e]/.test(sign) ? 0.55 : 1), 0)
  const whole = width(0, signs.length)
  if (whole <= most || whole > 3 * most) return [text]
  const count = Math.ceil(whole / most)
  const words = [...text.matchAll(/(情况|报告|意见|工作|建议)(?!的|情况|报告)/g)].map(({ index }) => [...text.slice(0, index)].length + 2)
  const places = [
    ...signs.flatMap((sign, at) =>
      /[》的和，、]/.test(sign) || (sign === '度' && signs[at - 1] === '年') ? [at + 1] : sign === '第' ? [at] : [],
    ),
    ...words,
    signs.lastIndexOf('的') - 2,
  ]
  const begun = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].map(({ index }) => [...text.slice(0, index)].length)
  const ends = begun.filter((at) => !/[》）”，、的末内前后]/.test(signs[at] ?? '') && !/[《（“第]/.test(signs[at - 1] ?? ''))
  const near = (those: number[]) =>
    those
      .filter((at) => width(0, at) <= most && width(at, signs.length) <= most * (count - 1) && signs.length - at >= 4)
      .sort((a, b) => Math.abs(width(0, a) - whole / count) - Math.abs(width(0, b) - whole / count))[0]
  const at = near(places.filter((each) => begun.includes(each))) ?? near(ends)
  return at === undefined ? [text] : [signs.slice(0, at).join(''), ...balanced(signs.slice(at).join(''), most)]
}

/** 发文机关署名 and 成文日期, the day four signs from the right, the organ centred over it, with room for the seal. */
export function seal(office: string, day: string, sheet: Sheet): Paragraph[] {
  const size = body(sheet)
  const sign = size * 10
  const wide = (text: string) => [...text].reduce((sum, letter) => sum + (/[\d ]/.test(letter) ? 0.5 : 1), 0)
  const right = Math.max(0, 4 + (wide(day) - wide(office)) / 2)
  const line = (text: string, by: number, keepNext: boolean) =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      keepNext,
      keepLines: true,
      spacing: exact(sheet),
      indent: { right: Math.round(by * sign) },
      children: [new TextRun({ text, size })],
    })
  return [line('', 0, true), line('', 0, true), line(office, right, true), line(day, 4, false)]
}

/** Places to sign, each over a line with its day. */
export function signs(labels: string[], sheet: Sheet): (Paragraph | Table)[] {
  const width = Math.floor(widths[sheet] / labels.length)
  const line = (text: string, after = 0) =>
    new Paragraph({ spacing: { before: 60, after }, children: [new TextRun({ text, size: sizes.table + 3 })] })
  const cells = labels.map(
    (label) =>
      new TableCell({
        width: { size: width, type: WidthType.DXA },
        margins: { left: 100, right: 100 },
        children: [line(`${label}：`, 900), line('　　　　年　　月　　日')],
      }),
  )
  return [
    new Paragraph({ spacing: { before: 120, after: 0 }, children: [] }),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: width * labels.length, type: WidthType.DXA },
      columnWidths: labels.map(() => width),
      rows: [new TableRow({ cantSplit: true, children: cells })],
    }),
  ]
}

/** A box under its label, to be written in. */
export function space(label: string, lines: number, sheet: Sheet): (Paragraph | Table)[] {
  const line = (text: string) =>
    new Paragraph({ spacing: { line: 460, lineRule: 'exact' }, children: [new TextRun({ text, size: sizes.table + 3 })] })
  return [
    new Paragraph({ spacing: { before: 120, after: 0 }, children: [] }),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: widths[sheet], type: WidthType.DXA },
      columnWidths: [widths[sheet]],
      rows: [
        new TableRow({
          children: [
            new TableCell({
              margins: { left: 100, right: 100 },
              children: [line(`${label}：`), ...Array.from({ length: lines }, () => line(''))],
            }),
          ],
        }),
      ],
    }),
  ]
}

/** A code for a phone at the upper right, 22 mm wide. */
export function qr(text: string): Paragraph {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const data = Buffer.from(code.createDataURL(4, 4).split(',')[1] ?? '', 'base64')
  const margin = HorizontalPositionRelativeFrom.MARGIN
  return new Paragraph({
    spacing: { line: 20, lineRule: 'exact' },
    children: [
      new ImageRun({
        type: 'gif',
        data,
        transformation: { width: 80, height: 80 },
        altText: { id: '1', name: '二维码', title: '二维码', description: text },
        floating: {
          horizontalPosition: { relative: margin, align: HorizontalPositionAlign.RIGHT },
          verticalPosition: { relative: VerticalPositionRelativeFrom.PAGE, offset: 360_000 },
          wrap: { type: TextWrappingType.NONE },
        },
      }),
    ],
  })
}

/** 版记 at the foot of the last page: copies between two strong lines, who printed it and when. */
export function copies({ to, by, day }: Extract<Filled, { as: 'copies' }>, sheet: Sheet, last: boolean): (Paragraph | Table)[] {
  const width = widths[sheet]
  const strong = { style: BorderStyle.SINGLE, size: 8, color: '000000' }
  const thin = { style: BorderStyle.SINGLE, size: 6, color: '000000' }
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const cell = (text: string, size: number, span: number, ends: 'top' | 'bottom', right = false) =>
    new TableCell({
      columnSpan: span,
      width: { size, type: WidthType.DXA },
      margins: { left: sizes.note * 10, right: sizes.note * 10 },
      borders: { left: none, right: none, top: ends === 'top' ? strong : thin, bottom: ends === 'bottom' ? strong : thin },
      children: [
        new Paragraph({ alignment: right ? AlignmentType.RIGHT : AlignmentType.LEFT, children: [new TextRun({ text, size: sizes.note })] }),
      ],
    })
  const half = Math.floor(width * 0.56)
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: [half, width - half],
    ...(last
      ? {
          float: {
            horizontalAnchor: TableAnchorType.MARGIN,
            absoluteHorizontalPosition: 0,
            verticalAnchor: TableAnchorType.MARGIN,
            relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
          },
        }
      : {}),
    rows: [
      new TableRow({ cantSplit: true, children: [cell(`抄送：${to}。`, width, 2, 'top')] }),
      new TableRow({ cantSplit: true, children: [cell(by, half, 1, 'bottom'), cell(`${day}印发`, width - half, 1, 'bottom', true)] }),
    ],
  })
  return [table, new Paragraph({ spacing: { line: 20, lineRule: 'exact' }, children: [] })]
}
