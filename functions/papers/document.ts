import { Document, Packer, type Paragraph, type Table } from 'docx'
import type { Filled, FilledPaper } from '../../shared/papers/filled.ts'
import { rezip } from '../sheets/xlsx/rezip.ts'
import { annex, copies, heading, masthead, number, paragraph, qr, seal, signs, space } from './parts.ts'
import { face, sheetOf, sizes } from './sheet.ts'
import { tableOf } from './table.ts'

export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * A paper as a Word document, in the national format or on a plain sheet. The same paper always gives the same bytes: nothing in the file tells when or by
 * which
 * machine it was made.
 */
export function documentOf(paper: FilledPaper): Promise<Buffer> {
  return boundOf([paper], paper.name)
}

/** Several papers in one document, to be printed in one go: each begins on a page of its own, with its own page numbers. */
export async function boundOf(papers: FilledPaper[], name: string): Promise<Buffer> {
  const official = papers[0]?.sheet === 'official'
  const document = new Document({
    creator: '',
    title: name,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: face('body'), size: official ? sizes.body : sizes.note } } } },
    sections: papers.map((paper) => ({
      ...sheetOf(paper.sheet, papers.length > 1),
      children: paper.blocks.flatMap((block, at) => children(block, paper, at)),
    })),
  })
  const bytes = await Packer.toBuffer(document)
  return rezip(bytes, new Map([['docprops/core.xml', Buffer.from(core(name))]]))
}

function children(block: Filled, { sheet, blocks }: FilledPaper, at: number): (Paragraph | Table)[] {
  // A name and a day stand on no page alone: the last words go with them (GB/T 9704—2012, 7.3.5).
  const signed = isSigned(blocks, at)
  switch (block.as) {
    case 'masthead':
      return masthead(block.text)
    case 'number':
      return [number(block.text, blocks[0]?.as === 'masthead')]
    case 'heading':
      return heading(block.lines, sheet)
    case 'addressee':
      return [paragraph(block.text, 0, sheet, { indented: false })]
    case 'annex':
      return annex(block.text, sheet)
    case 'text':
      return [paragraph(block.text, block.level, sheet, { keepNext: block.level > 0 || signed })]
    case 'table':
      return tableOf(block, sheet, signed)
    case 'space':
      return space(block.label, block.lines, sheet)
    case 'signs':
      return signs(block.labels, sheet)
    case 'seal':
      return seal(block.office, block.day, sheet)
    case 'qr':
      return [qr(block.text)]
    case 'attached':
      return block.names.map((name, each) =>
        paragraph(`${each === 0 ? '附件：' : '　　　'}${block.names.length > 1 ? `${each + 1}.` : ''}${name}`, 0, sheet, {
          keepNext: signed,
        }),
      )
    case 'copies':
      return copies(block, sheet, blocks.slice(at + 1).length === 0)
  }
}

/** True for the last words above a name and a day, with the list of annexes between them. */
function isSigned(blocks: Filled[], at: number): boolean {
  const next = blocks[at + 1]?.as
  return next === 'seal' || (next === 'attached' && blocks[at + 2]?.as === 'seal')
}

const day = '2000-01-01T00:00:00Z'
/** What the file says of itself: its title, and no day. */
function core(title: string): string {
  const escaped = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const names =
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
  const at = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${day}</dcterms:${name}>`
  return `<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties ${names}><dc:title>${escaped}</dc:title>${at('created')}${at('modified')}</cp:coreProperties>`
}
