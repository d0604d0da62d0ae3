import {
  AlignmentType,
  convertMillimetersToTwip,
  Footer,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx'
import type { FilledPaper } from '../../shared/papers/filled.ts'

/** Names of the typefaces as offices have them (GB/T 9704—2012, 5.2.2). */
export const faces = { title: '方正小标宋简体', body: '仿宋_GB2312', level1: '黑体', level2: '楷体_GB2312', page: '宋体' } as const

/** Sizes of type in half points: 二号, 三号, 小三, 四号, 五号. */
export const sizes = { title: 44, body: 32, small: 30, note: 28, table: 21 } as const

/** Twenty-two lines on 225 mm, in twentieths of a point. */
export const LINE = 578
/** Twenty-eight signs of 三号 are a little wider than 156 mm: each gives a quarter of a point. */
export const SQUEEZE = -5

/** Width of the type area of a sheet in twips. */
export const widths = { official: 8845, plain: 9638, wide: 14570 } as const

/**
 * Page, margins and page numbers of a sheet: type area of 156 × 225 mm on A4 (GB/T 9704—2012, 5.1 and 7.5); slips and lists have a plain one of their own.
 * `anew`: its pages are counted from 1, whatever stands before.
 */
export function sheetOf(sheet: FilledPaper['sheet'], anew = false): Pick<ISectionOptions, 'properties' | 'footers'> {
  const mm = convertMillimetersToTwip
  const official = sheet === 'official'
  const margin = official
    ? { top: mm(37), left: mm(28), right: mm(26), bottom: mm(35), footer: mm(28), header: mm(15) }
    : { top: mm(20), left: mm(20), right: mm(20), bottom: mm(20), footer: mm(12), header: mm(10) }
  const size = { width: mm(210), height: mm(297), orientation: sheet === 'wide' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT }
  return {
    properties: { page: { margin, size, ...(anew ? { pageNumbers: { start: 1 } } : {}) } },
    footers: {
      default: footer(official ? AlignmentType.RIGHT : AlignmentType.CENTER),
      even: footer(official ? AlignmentType.LEFT : AlignmentType.CENTER),
    },
  }
}

/** “— 1 —” in 四号 宋体, outside and one sign in. */
function footer(alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Footer {
  const run = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: face('page'), size: sizes.note })
  const one = sizes.note * 10
  const indent = alignment === AlignmentType.CENTER ? {} : { indent: alignment === AlignmentType.RIGHT ? { right: one } : { left: one } }
  return new Footer({ children: [new Paragraph({ alignment, ...indent, children: [run] })] })
}

/** One typeface for Chinese; digits stand in the same, as offices print them. */
export function face(name: keyof typeof faces) {
  return { ascii: faces[name], hAnsi: faces[name], eastAsia: faces[name], cs: faces[name] }
}
