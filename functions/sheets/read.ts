import type { Sheet } from '../../shared/importing/sheet.ts'
import { fileWords } from '../../shared/words/file-faults.ts'
import { type SheetFault, Unreadable } from './fault.ts'

/**
 * Reads the tabs of a workbook or a text file; the content decides, never the name. Refuses (as a value) what is neither, encrypted, damaged, empty, or unpacks to
 * too much: whatever a reader throws is a sentence. A text file is one tab, called after the file.
 */
export async function readSheets(bytes: Uint8Array, name = ''): Promise<Sheet[] | SheetFault> {
  try {
    const sheets = bytes.length === 0 ? [] : await open(bytes, name)
    return sheets.some(({ rows }) => rows.length > 0) ? sheets : { status: 422, sentence: fileWords.empty }
  } catch (error) {
    if (error instanceof Unreadable) return error.fault
    // Without the message: it may quote the file.
    console.warn('A file could not be read', error instanceof Error ? error.name : 'unknown')
    return { status: 422, sentence: fileWords.damaged }
  }
}

// Each reader is loaded by the file that needs it.
async function open(bytes: Uint8Array, name: string): Promise<Sheet[]> {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(8, bytes.length)).toString('hex')
  if (start.startsWith('504b')) return (await import('./xlsx/book.ts')).readBook(bytes)
  if (start === 'd0cf11e0a1b11ae1') return compound(bytes)
  if (isMarkup(bytes)) return (await import('./old-workbook.ts')).readMarkup(bytes)
  return (await import('./text.ts')).readText(bytes, name.replace(/\.[A-Za-z]{1,5}$/, ''))
}

/** Systems on the web write their lists as HTML or as the XML of Excel 2003, and call that .xls. */
function isMarkup(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4096))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
  return /^\s*</.test(start) && /<(html|table|tr|ss:Workbook|Workbook)\b/i.test(start)
}

/** Old workbooks and password-protected new ones share one container, which names what it holds. */
async function compound(bytes: Uint8Array): Promise<Sheet[]> {
  const holds = (name: string): boolean =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) throw new Unreadable(422, fileWords.encrypted)
  // What is older than Excel 97 has texts in an encoding that it does not name.
  if (!holds('Workbook')) throw new Unreadable(415, fileWords.oldExcel)
  return (await import('./old-workbook.ts')).readOldWorkbook(bytes)
}
