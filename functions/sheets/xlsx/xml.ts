import { SaxesParser } from 'saxes'
import { damaged } from './archive.ts'

/** What a part of a workbook is read by. Names come without their prefix. */
export type Reader = {
  open(name: string, attributes: { [name: string]: string }): void
  close?(name: string): void
  text?(text: string): void
}

const PIECE = 1 << 16

/** Reads a part as XML, piece by piece, so that its reader may stop it by throwing; refuses what is not well-formed. Nothing outside the part is fetched, and no
 * entity of its own is known. */
export function readXml(part: Buffer, reader: Reader): void {
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('error', () => {
    throw damaged()
  })
  parser.on('opentag', ({ name, attributes }) => reader.open(bare(name), prefixed(attributes) ? bared(attributes) : attributes))
  if (reader.close) parser.on('closetag', ({ name }) => reader.close?.(bare(name)))
  if (reader.text) {
    parser.on('text', (text) => reader.text?.(text))
    parser.on('cdata', (text) => reader.text?.(text))
  }
  const decoder = new TextDecoder(part[0] === 0xff ? 'utf-16le' : part[0] === 0xfe ? 'utf-16be' : 'utf-8')
  for (let at = 0; at < part.length; at += PIECE) parser.write(decoder.decode(part.subarray(at, at + PIECE), { stream: true }))
  parser.write(decoder.decode()).close()
}

function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function prefixed(attributes: { [name: string]: string }): boolean {
  for (const name in attributes) if (name.includes(':')) return true
  return false
}

/** `r:id` is told as `id`, unless the element has an `id` of its own. */
function bared(attributes: { [name: string]: string }): { [name: string]: string } {
  const found: { [name: string]: string } = {}
  for (const [name, value] of Object.entries(attributes))
    if (!name.startsWith('xmlns') && !(bare(name) in attributes)) found[bare(name)] = value
  return { ...found, ...attributes }
}
