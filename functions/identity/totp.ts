import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const STEP = 30_000

/** A new secret for an authenticator app: 160 bits (RFC 4226), in base32 as the apps take it. */
export function newTotpSecret(): string {
  return [...randomBytes(32)].map((byte) => LETTERS[byte % 32]).join('')
}

/**
 * The half minute whose code (RFC 6238: SHA-1, six digits) this is: the present one, or a neighbour, for clocks go wrong; null when it is none of these.
 * Whoever takes a code remembers the half minute, and takes none of it or before it again.
 */
export function stepOf(code: string, secret: string, now: Date): number | null {
  const present = Math.floor(now.getTime() / STEP)
  const fitting = [present, present - 1, present + 1].filter((step) => isSame(code, codeOf(secret, step)))
  return fitting[0] ?? null
}

function codeOf(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const hash = createHmac('sha1', bytesOf(secret)).update(counter).digest()
  const offset = (hash.at(-1) ?? 0) & 15
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

function bytesOf(secret: string): Buffer {
  const bits = [...secret].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
}
