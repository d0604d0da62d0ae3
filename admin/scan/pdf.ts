/** Pages that are looked at in one file. */
const MOST = 60

/**
 * The photographs that lie in a PDF, as scanners and phones write one: a JPEG for each page, as it came from the camera. What else a page may be drawn from
 * (fax codings, text) is no photograph, and is left out.
 */
export function jpegsIn(pdf: Uint8Array): Uint8Array[] {
  const found: Uint8Array[] = []
  for (let at = 0; found.length < MOST; ) {
    const stream = indexOf(pdf, 'stream', at)
    if (stream < 0) break
    const begin = stream + 'stream'.length
    const from = pdf[begin] === 13 && pdf[begin + 1] === 10 ? begin + 2 : begin + 1
    const to = indexOf(pdf, 'endstream', from)
    if (to < 0) break
    if (isPhotograph(dictionaryBefore(pdf, stream)) && pdf[from] === 0xff && pdf[from + 1] === 0xd8) found.push(pdf.slice(from, to))
    at = to + 'endstream'.length
  }
  return found
}

export const isPdf = (bytes: Uint8Array): boolean => indexOf(bytes.subarray(0, 1024), '%PDF-', 0) >= 0

/** What stands between the head of an object and its stream. */
function dictionaryBefore(pdf: Uint8Array, stream: number): string {
  const text = latin(pdf.subarray(Math.max(0, stream - 2000), stream))
  return text.slice(text.lastIndexOf(' obj') + 1)
}

function isPhotograph(dictionary: string): boolean {
  return /\/Filter\s*\[?\s*\/DCTDecode\s*[\]/>\s]/.test(dictionary)
}

function latin(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
}

function indexOf(bytes: Uint8Array, word: string, from: number): number {
  const first = word.charCodeAt(0)
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let same = 1
    while (same < word.length && bytes[at + same] === word.charCodeAt(same)) same += 1
    if (same === word.length) return at
  }
  return -1
}
