import { fileWords } from '../../shared/words/sheets.ts'
import { Unreadable } from './fault.ts'

/** The text of a file in UTF-8, UTF-16 (each with or without a mark) or GB18030. Refuses what is no text, and what is text of another kind; `markup`: HTML or XML. */
export function decodeText(bytes: Uint8Array, markup = false): string {
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

/** Two bytes to a sign: told by the mark at the beginning, else by where the zeros lie that digits, commas and line ends have. */
function wideOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes.length % 2 !== 0) return undefined
  const zeros: [number, number] = [0, 0]
  for (let at = 0; at < bytes.length; at += 1) if (bytes[at] === 0) zeros[at % 2 === 0 ? 0 : 1] += 1
  const [even, odd] = zeros
  if (odd > 0 && even === 0) return 'utf-16le'
  return even > 0 && odd === 0 ? 'utf-16be' : undefined
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
