import type { Ledger } from '../../../shared/definition/ledger.ts'
import { cellFields } from '../../../shared/importing/meanings.ts'
import { headerWords } from '../../../shared/words/sheets.ts'
import type { Shown } from '../../data.ts'

/** A block of cells as a spreadsheet puts it on the clipboard: cells parted by tabs, rows by line ends; a cell with either stands in quotes. */
export function block(text: string): string[][] {
  const rows: string[][] = [['']]
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    const row = rows.at(-1) ?? []
    const cell = row.at(-1) ?? ''
    if (quoted && sign === '"' && text[at + 1] === '"') {
      row[row.length - 1] = `${cell}"`
      at += 1
    } else if (sign === '"' && (quoted || cell === '')) quoted = !quoted
    else if (!quoted && sign === '\t') row.push('')
    else if (!quoted && (sign === '\n' || sign === '\r')) {
      if (sign === '\r' && text[at + 1] === '\n') at += 1
      rows.push([''])
    } else row[row.length - 1] = cell + sign
  }
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell.trim() === '')) rows.pop()
  return rows
}

/** The fields that a block fills which begins at one of them: that one and those beside it. */
export function fieldsFrom(ledger: Ledger, first: string, width: number): string[] {
  const all = Object.entries(cellFields(ledger)).flatMap(([key, field]) => (field.retired ? [] : [key]))
  const at = all.indexOf(first)
  return at < 0 ? [] : all.slice(at, at + width)
}

/**
 * A file that changes these cells of these records and nothing else, as an exported one would: each row names its record and the version that was on the screen, so that
 * what somebody changes meanwhile is not overwritten.
 */
export function pasted(
  ledger: Ledger,
  records: Pick<Shown, 'id' | 'number' | 'version'>[],
  fields: string[],
  cells: string[][],
  name: string,
): File {
  const labels = fields.map((key) => ledger.fields[key]?.label.zh ?? key)
  const rows = records.map(({ id, number = '', version }, at) => [
    id,
    String(version),
    number,
    ...fields.map((_, column) => cells[at]?.[column] ?? ''),
  ])
  const head = [headerWords.id.zh, headerWords.version.zh, headerWords.number.zh, ...labels]
  const quoted = (cell: string): string => `"${(/^'*=/.test(cell) ? `'${cell}` : cell).replace(/"/g, '""')}"`
  const lines = [head, ...rows].map((row) => row.map(quoted).join(','))
  return new File([`\ufeff${lines.join('\r\n')}\r\n`], `${name}.csv`, { type: 'text/csv' })
}
