import { inflateRawSync } from 'node:zlib'
import { errorAt, fileWords, tooManyRows } from '../../shared/words/sheets.ts'
import type { SheetFault } from './fault.ts'

const unpackedLimit = 256 * 1024 * 1024
const entryLimit = 2000
const MOST_ERRORS = 200

/** Tells a workbook from text by its first bytes, and opens every part of a workbook once within limits before anything else parses it:
 * the sizes that an archive declares are not to be believed. */
export function examine(bytes: Uint8Array, maxRows: number): 'xlsx' | 'text' | SheetFault {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) return compound(buffer)
  if (buffer.subarray(0, 2).toString('latin1') !== 'PK') return 'text'
  const entries = list(buffer)
  if (!entries || entries.length > entryLimit) return { status: 422, sentence: fileWords.damaged }
  if (!entries.some((entry) => entry.name === 'xl/workbook.xml')) return { status: 415, sentence: fileWords.notSheet }
  return weigh(buffer, entries, maxRows) ?? 'xlsx'
}

/** Old Excel files and password-protected new ones share one container; the latter names its content. */
function compound(buffer: Buffer): SheetFault {
  const encrypted = buffer.includes(Buffer.from('EncryptedPackage', 'utf16le'))
  return encrypted ? { status: 422, sentence: fileWords.encrypted } : { status: 415, sentence: fileWords.oldExcel }
}

function weigh(buffer: Buffer, entries: Entry[], maxRows: number): SheetFault | undefined {
  let left = unpackedLimit
  for (const entry of entries) {
    if (entry.size > left) return { status: 413, sentence: fileWords.unpacksTooLarge }
    const unpacked = unpack(buffer, entry, left)
    if (unpacked === 'large') return { status: 413, sentence: fileWords.unpacksTooLarge }
    if (unpacked === 'damaged') return { status: 422, sentence: fileWords.damaged }
    left -= unpacked.length
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(entry.name)) {
      const fault = measure(unpacked, maxRows)
      if (fault) return fault
    }
  }
  return undefined
}

/** Rows with a value are counted, and cells far to the right refused: one value in the last column would widen every row of the sheet.
 * Formula errors are named, for the reader takes them for blank. */
function measure(xml: Buffer, maxRows: number): SheetFault | undefined {
  const text = xml.toString('latin1')
  const rows = text.match(/<(?:\w+:)?row\b[^>]*(?<!\/)>/g)?.length ?? 0
  if (rows > maxRows * 2 || /<(?:\w+:)?row\b[^>]*\br="\d{7,}"[^>]*(?<!\/)>/.test(text))
    return { status: 413, sentence: tooManyRows(maxRows) }
  if (/<(?:\w+:)?c\b[^>]*\br="[A-Z]{3}\d+"[^>]*(?<!\/)>/.test(text)) return { status: 422, sentence: fileWords.tooWide }
  const errors = [...text.matchAll(/<(?:\w+:)?c\b(?=[^>]*\bt="e")[^>]*\br="([A-Z]+\d+)"/g)].map(([, cell = '']) => errorAt(cell))
  return (
    errors[0] && { status: 422, sentence: errors[0], faults: errors.slice(0, MOST_ERRORS).map((message) => ({ path: 'file', message })) }
  )
}

type Entry = { name: string; method: number; packed: number; size: number; offset: number }

/** The central directory at the end of a ZIP file (APPNOTE 4.3.12). */
function list(buffer: Buffer): Entry[] | undefined {
  const end = buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > buffer.length) return undefined
  const entries: Entry[] = []
  let at = buffer.readUInt32LE(end + 16)
  for (let count = buffer.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== 0x02014b50) return undefined
    const nameLength = buffer.readUInt16LE(at + 28)
    entries.push({
      name: buffer.toString('utf8', at + 46, at + 46 + nameLength),
      method: buffer.readUInt16LE(at + 10),
      packed: buffer.readUInt32LE(at + 20),
      size: buffer.readUInt32LE(at + 24),
      offset: buffer.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
  }
  return entries
}

function unpack(buffer: Buffer, entry: Entry, left: number): Buffer | 'large' | 'damaged' {
  if (entry.offset + 30 > buffer.length) return 'damaged'
  const start = entry.offset + 30 + buffer.readUInt16LE(entry.offset + 26) + buffer.readUInt16LE(entry.offset + 28)
  const packed = buffer.subarray(start, start + entry.packed)
  if (entry.method === 0) return packed
  if (entry.method !== 8) return 'damaged'
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) })
  } catch (error) {
    return error instanceof RangeError ? 'large' : 'damaged'
  }
}
