import { crc32, deflateRawSync } from 'node:zlib'

/** A part of a ZIP file as it is written: packed by a method (0 as it is, 8 deflated), its size unpacked and the sum of that. */
type Part = { name: Buffer; method: number; packed: Buffer; size: number; sum: number }

/** Files as one ZIP file, without any time: the same files give the same bytes. */
export function zip(files: { name: string; bytes: Buffer }[]): Buffer {
  return pack(files.map(({ name, bytes }) => deflated(Buffer.from(name), bytes)))
}

export function deflated(name: Buffer, content: Buffer): Part {
  return { name, method: 8, packed: deflateRawSync(content), size: content.length, sum: crc32(content) }
}

/** Parts one after the other, then their directory (APPNOTE 4.3). */
export function pack(parts: Part[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, method, packed, size, sum } of parts) {
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
    head.writeUInt16LE(name.length, 26)
    const row = Buffer.alloc(46)
    row.writeUInt32LE(0x02014b50, 0)
    row.writeUInt16LE(20, 4)
    head.copy(row, 6, 4, 30)
    row.writeUInt32LE(offset, 42)
    files.push(head, name, packed)
    directory.push(row, name)
    offset += 30 + name.length + packed.length
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
