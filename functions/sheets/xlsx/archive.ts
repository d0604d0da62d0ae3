import { inflateRawSync } from 'node:zlib'
import { fileWords } from '../../../shared/words/file-faults.ts'
import { Unreadable } from '../fault.ts'
import { maxParts, maxUnpacked } from '../limits.ts'

/** The parts of a ZIP file by name, unpacked when they are asked for. All of them together may unpack to so much and no more: the sizes that an archive declares
 * are not believed. Refuses what is no archive. */
export type Archive = { names: string[]; part(name: string): Buffer | undefined }

export function openArchive(bytes: Uint8Array): Archive {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = new Map(listEntries(buffer).map((entry) => [entry.name, entry]))
  let left = maxUnpacked
  return {
    names: [...entries.keys()],
    part(name) {
      const entry = entries.get(plainName(name))
      if (!entry) return undefined
      const unpacked = unpack(buffer, entry, left)
      left -= unpacked.length
      return unpacked
    },
  }
}

/** A part as the directory tells it; `written`: its name as it is written there. */
export type Entry = { name: string; written: Buffer; method: number; crc: number; packed: number; size: number; offset: number }

/** The central directory at the end of a ZIP file (APPNOTE 4.3.12). */
export function listEntries(buffer: Buffer): Entry[] {
  const end = buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > buffer.length) throw damaged()
  const entries: Entry[] = []
  let at = buffer.readUInt32LE(end + 16)
  for (let count = buffer.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== 0x02014b50 || entries.length >= maxParts) throw damaged()
    const extra = at + 46 + buffer.readUInt16LE(at + 28)
    const next = extra + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
    if (next > buffer.length) throw damaged()
    const sizes = { size: buffer.readUInt32LE(at + 24), packed: buffer.readUInt32LE(at + 20), offset: buffer.readUInt32LE(at + 42) }
    entries.push({
      name: plainName(buffer.toString('utf8', at + 46, extra)),
      written: buffer.subarray(at + 46, extra),
      crc: buffer.readUInt32LE(at + 16),
      method: buffer.readUInt16LE(at + 10),
      ...large(sizes, buffer.subarray(extra, extra + buffer.readUInt16LE(at + 30))),
    })
    at = next
  }
  return entries
}

/** Some writers keep every size in the 64-bit field (APPNOTE 4.5.3), however small. */
function large<T extends { size: number; packed: number; offset: number }>(sizes: T, extra: Buffer): T {
  const found = { ...sizes }
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let from = at + 4
    for (const key of ['size', 'packed', 'offset'] as const)
      if (sizes[key] === 0xffffffff && from + 8 <= extra.length) {
        found[key] = Number(extra.readBigUInt64LE(from))
        from += 8
      }
  }
  return found
}

/** Names of parts are compared without case; some writers part folders by `\`. */
export function plainName(name: string): string {
  return name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase()
}

function unpack(buffer: Buffer, { method, offset, packed, size }: Entry, left: number): Buffer {
  if (offset + 30 > buffer.length) throw damaged()
  if (size > left) throw tooLarge()
  const start = offset + 30 + buffer.readUInt16LE(offset + 26) + buffer.readUInt16LE(offset + 28)
  const content = buffer.subarray(start, start + packed)
  if (method !== 0 && method !== 8) throw damaged()
  try {
    const unpacked = method === 0 ? content : inflateRawSync(content, { maxOutputLength: Math.max(1, left) })
    if (unpacked.length > left) throw tooLarge()
    return unpacked
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw error instanceof RangeError ? tooLarge() : damaged()
  }
}

export function damaged(): Unreadable {
  return new Unreadable(422, fileWords.damaged)
}

function tooLarge(): Unreadable {
  return new Unreadable(413, fileWords.unpacksTooLarge)
}
