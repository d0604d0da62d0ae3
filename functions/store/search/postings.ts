import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** Which of a pack's texts hold something: a bit for each, in their order. */
export type Bits = Uint8Array

const DENSE = 1

/** No bit set, of so many. */
export function bitsFor(count: number): Bits {
  return new Uint8Array(Math.ceil(count / 8))
}

/** Those in both; `one` is changed. */
export function and(one: Bits, other: Bits): Bits {
  for (let at = 0; at < one.length; at += 1) one[at] = (one[at] ?? 0) & (other[at] ?? 0)
  return one
}

/** Those in one or the other; `one` is changed. */
export function or(one: Bits, other: Bits): Bits {
  for (let at = 0; at < one.length; at += 1) one[at] = (one[at] ?? 0) | (other[at] ?? 0)
  return one
}

/** Their places, rising. */
export function placesOf(bits: Bits): number[] {
  const places: number[] = []
  for (let at = 0; at < bits.length; at += 1) {
    const byte = bits[at] ?? 0
    for (let bit = 0; byte >> bit > 0; bit += 1) if (byte & (1 << bit)) places.push(at * 8 + bit)
  }
  return places
}

/** A bucket of postings as it lies in the table: each token with the places of the texts that hold it, rising, as steps or as bits, whichever is shorter. */
export function packBucket(postings: [token: string, places: number[]][], count: number): Uint8Array {
  const pieces = postings.flatMap(([token, places]) => {
    const name = Buffer.from(token, 'utf16le')
    const steps = stepsOf(places)
    const dense = steps.length > Math.ceil(count / 8)
    const body = dense ? bitsOf(places, count) : Buffer.from(steps)
    return [Buffer.from(varint(name.length)), name, Buffer.from([dense ? DENSE : 0, ...varint(body.length)]), body]
  })
  return deflateRawSync(Buffer.concat(pieces))
}

/** The places of these tokens in a bucket; a token that no text holds has none. */
export function readBucket(packed: Uint8Array, tokens: string[], count: number): Map<string, Bits> {
  const bytes = inflateRawSync(packed)
  const found = new Map(tokens.map((token) => [token, bitsFor(count)]))
  for (let at = 0; at < bytes.length; ) {
    const name = readVarint(bytes, at)
    const kind = name.end + name.value
    const body = readVarint(bytes, kind + 1)
    const end = body.end + body.value
    const bits = found.get(bytes.toString('utf16le', name.end, kind))
    if (bits && bytes[kind] === DENSE) bits.set(bytes.subarray(body.end, end))
    else if (bits) readSteps(bytes, body.end, end, bits)
    at = end
  }
  return found
}

function readSteps(bytes: Buffer, from: number, end: number, bits: Bits): void {
  let place = -1
  for (let at = from; at < end; ) {
    const step = readVarint(bytes, at)
    place += step.value
    at = step.end
    mark(bits, place)
  }
}

function readVarint(bytes: Buffer, from: number): { value: number; end: number } {
  let value = 0
  for (let [at, unit] = [from, 1]; ; at += 1, unit *= 128) {
    const byte = bytes[at] ?? 0
    value += (byte & 127) * unit
    if (byte < 128) return { value, end: at + 1 }
  }
}

function mark(bits: Bits, place: number): void {
  bits[place >> 3] = (bits[place >> 3] ?? 0) | (1 << (place & 7))
}

function bitsOf(places: number[], count: number): Bits {
  const bits = bitsFor(count)
  for (const place of places) mark(bits, place)
  return bits
}

function stepsOf(places: number[]): number[] {
  const steps: number[] = []
  let before = -1
  for (const place of places) {
    steps.push(...varint(place - before))
    before = place
  }
  return steps
}

function varint(value: number): number[] {
  const bytes: number[] = []
  for (let left = value; ; left = Math.floor(left / 128)) {
    if (left < 128) return [...bytes, left]
    bytes.push((left % 128) | 128)
  }
}
