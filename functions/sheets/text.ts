import { CsvError, parse } from 'csv-parse/sync'
import type { SheetRow } from '../../shared/importing/sheet.ts'
import { fileWords, openQuote } from '../../shared/words/sheets.ts'
import type { SheetFault } from './fault.ts'

/** The one sheet of a text file: comma, semicolon or tab between cells; UTF-8 (with or without a mark), UTF-16 with a mark, or GB18030. */
export function readText(bytes: Uint8Array): SheetRow[][] | SheetFault {
  const text = decode(bytes)
  if (typeof text !== 'string') return text
  try {
    const lines: string[][] = parse(text, {
      delimiter: delimiter(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    })
    return [lines.map((cells, at) => ({ row: at + 1, cells: cells.map(unguard) }))]
  } catch (error) {
    if (error instanceof CsvError) return { status: 422, sentence: openQuote(Number(error.records ?? 0) + 1) }
    throw error
  }
}

function decode(bytes: Uint8Array): string | SheetFault {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const text = strictly('utf-8', bytes) ?? strictly('gb18030', bytes)
  if (text === undefined) return { status: 415, sentence: binary(bytes) ? fileWords.notSheet : fileWords.encoding }
  return binary(bytes) || /^\s*(<|%PDF-|\{)/.test(text) ? { status: 415, sentence: fileWords.notSheet } : text
}

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** Control signs that no text file holds. */
function binary(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte < 9 || (byte > 13 && byte < 27))
}

function delimiter(text: string): string {
  const line =
    text
      .slice(0, 20_000)
      .split(/\r?\n/)
      .find((each) => each.trim() !== '') ?? ''
  const counted = [',', '\t', ';'].map((sign) => ({ sign, times: line.split(sign).length }))
  return counted.reduce((a, b) => (b.times > a.times ? b : a)).sign
}

/** Takes off the mark that `write.ts` puts before a text which a spreadsheet would run as a formula. */
function unguard(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell
}
