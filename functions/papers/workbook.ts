import type { FilledPaper, Table } from '../../shared/papers/filled.ts'
import { isFault, type SheetFault } from '../sheets/fault.ts'
import { workbookType } from '../sheets/papers.ts'
import { type WrittenTab, writeWorkbook } from '../sheets/write.ts'

/**
 * The tables of papers as a workbook, a tab for each, so that a report to the standing committee can be counted on: figures are numbers there. Refused where
 * there is no table.
 */
export async function workbookOf(
  papers: FilledPaper[],
  name: string,
  none: SheetFault,
): Promise<{ name: string; type: string; bytes: Buffer } | SheetFault> {
  const tables = papers.flatMap((paper) =>
    paper.blocks.flatMap((block) => (block.as === 'table' && block.head ? [{ paper, table: block }] : [])),
  )
  const tabs = tables.map(({ paper, table }, at) => tabOf(tables.length > 1 ? `${at + 1} ${paper.name}` : paper.name, table))
  const bytes = tabs.length > 0 ? await writeWorkbook(tabs) : none
  return isFault(bytes) ? bytes : { name: `${name}.xlsx`, type: workbookType, bytes }
}

function tabOf(name: string, { head = [], rows, shares }: Table): WrittenTab {
  return {
    name,
    columns: head.map((heading, at) => ({ heading, width: Math.max(8, Math.round((shares[at] ?? 4) * 2)), wrap: true })),
    rows: rows.map((cells) => cells.map((cell) => (cell === '' ? null : /^(0|[1-9]\d{0,14})$/.test(cell) ? Number(cell) : cell))),
  }
}
