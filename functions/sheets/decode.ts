import { fileWords } from '../../shared/words/file-faults.ts'
import { Unreadable } from './fault.ts'

/** The text of a file in UTF-8, UTF-16 (each with or without a mark) or GB18030. Refuses what is no text, and what is text of another kind; `markup`: HTML or XML. */
export function decodeText(whole: Uint8Array, markup = false): string {
  const bytes = withoutEnd(whole)
  const wide = wideOf(bytes)
  if (wide) {
    const text = strictly(wide, bytes)
    if (text === undefined) throw new Unreadable(415, fileWords.encoding)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no text file holds them.
    if (/[\0-\x08\x0e-\x1a]/.test(text)) throw new Unreadable(415, fileWords.notSheet)
    return text
  }
  const text = strictly('utf-8', bytes) ?? strictly('gb18030', bytes)
  if (text === undefined) throw new Unreadable(415, binary(bytes) ? fileWords.notSheet : fileWords.encoding)
  if (binary(bytes) || (markup ? /^\s*[^<]/ : /^\s*(<|%PDF-|\{)/).test(text)) throw new Unreadable(415, fileWords.notSheet)
  return text
}

/** Programs of old end a text with Ctrl-Z. */
function withoutEnd(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === 0x1a && bytes.at(-2) !== 0 ? bytes.subarray(0, -1) : bytes
}

/** Two bytes to a sign: told by the mark at the beginning, else by the side on which line ends, tabs and commas have their zeros; read the other way they are no sign that
 * anybody writes. */
function wideOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes.length % 2 !== 0) return undefined
  const [little, big] = [0, 1].map((at) => ends(bytes, at)) as [number, number]
  if (little > 0 && big === 0) return 'utf-16le'
  return big > 0 && little === 0 ? 'utf-16be' : undefined
}

/** How many pairs of bytes are a line end, a tab or a comma, when the low byte stands first or last (`at`). */
function ends(bytes: Uint8Array, at: number): number {
  let count = 0
  for (let pair = 0; pair < bytes.length; pair += 2) {
    const [low = 0, high] = [bytes[pair + at], bytes[pair + 1 - at]]
    if (high === 0 && [0x09, 0x0a, 0x0d, 0x2c].includes(low)) count += 1
  }
  return count
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
