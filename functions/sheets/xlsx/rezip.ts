import { damaged, type Entry, listEntries, plainName } from './archive.ts'
import { deflated, pack } from './zip.ts'

/** A ZIP file with some of its parts (by plain name) replaced. All others are copied as they are, packed, without being looked at. */
export function rezip(bytes: Uint8Array, replaced: Map<string, Buffer>): Buffer {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return pack(
    listEntries(source).map((entry) => {
      const content = replaced.get(plainName(entry.written.toString('utf8')))
      if (content) return deflated(entry.written, content)
      return { name: entry.written, method: entry.method, packed: packedOf(source, entry), size: entry.size, sum: entry.crc }
    }),
  )
}

function packedOf(source: Buffer, { offset, packed }: Entry): Buffer {
  if (offset + 30 > source.length) throw damaged()
  const start = offset + 30 + source.readUInt16LE(offset + 26) + source.readUInt16LE(offset + 28)
  return source.subarray(start, start + packed)
}
