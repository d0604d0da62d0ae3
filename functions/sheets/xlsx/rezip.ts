import { crc32, deflateRawSync } from 'node:zlib'
import { damaged, type Entry, listEntries, plainName } from './archive.ts'

/** A ZIP file with some of its parts (by plain name) replaced. All others are copied as they are, packed, without being looked at. */
export function rezip(bytes: Uint8Array, replaced: Map<string, Buffer>): Buffer {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of listEntries(source)) {
    const content = replaced.get(plainName(entry.written.toString('utf8')))
    const [method, packed, size, sum] = content
      ? [8, deflateRawSync(content), content.length, crc32(content)]
      : [entry.method, packedOf(source, entry), entry.size, entry.crc]
    // Signature, version, flags (names in UTF-8), method, no time, sum, sizes, length of the name (APPNOTE 4.3.7).
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt16LE(0x800, 6)
    head.writeUInt16LE(method, 8)
    head.writeUInt16LE(0x21, 12)
    head.writeUInt32LE(sum, 14)
    head.writeUInt32LE(packed.length, 18)
    head.writeUInt32LE(size, 22)
    head.writeUInt16LE(entry.written.length, 26)
    const row = Buffer.alloc(46)
    row.writeUInt32LE(0x02014b50, 0)
    row.writeUInt16LE(20, 4)
    head.copy(row, 6, 4, 30)
    row.writeUInt32LE(offset, 42)
    files.push(head, entry.written, packed)
    directory.push(row, entry.written)
    offset += 30 + entry.written.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(directory.length / 2, 8)
  end.writeUInt16LE(directory.length / 2, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, list, end])
}

function packedOf(source: Buffer, { offset, packed }: Entry): Buffer {
  if (offset + 30 > source.length) throw damaged()
  const start = offset + 30 + source.readUInt16LE(offset + 26) + source.readUInt16LE(offset + 28)
  return source.subarray(start, start + packed)
}
