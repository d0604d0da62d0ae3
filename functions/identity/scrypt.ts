import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { env } from '../env.ts'

/** What one guess costs: 2^ln blocks of 128·r bytes, p times over (RFC 7914). */
type Cost = { ln: number; r: number; p: number }

/** Of the settings that OWASP's Password Storage Cheat Sheet holds to be equal, the one in 32 MB: a function of 512 MB hashes several at once. */
const published: Cost = { ln: 15, r: 8, p: 3 }
const BYTES = 32
/** As PHC's string format writes it: what was paid, the salt and the hash, so that one day dearer ones stand beside these. */
const form = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w-]+)\$([\w-]+)$/

/** What is kept of a password: `$scrypt$ln=15,r=8,p=3$salt$hash`. */
export async function hashed(password: string): Promise<string> {
  const salt = randomBytes(16)
  const { ln, r, p } = cost()
  return `$scrypt$ln=${ln},r=${r},p=${p}$${salt.toString('base64url')}$${(await derived(password, salt, { ln, r, p })).toString('base64url')}`
}

/** Whether a password is the one that this was made of. Where nothing is kept, it takes as long to say no. */
export async function isOf(password: string, kept: string | undefined): Promise<boolean> {
  const [, ln, r, p, salt = '', hash = ''] = form.exec(kept ?? '') ?? []
  const paid = ln ? { ln: Number(ln), r: Number(r), p: Number(p) } : cost()
  const found = await derived(password, Buffer.from(salt || 'nobody', 'base64url'), paid)
  const known = Buffer.from(hash, 'base64url')
  return known.length === BYTES && timingSafeEqual(found, known)
}

/** True for what was made when a guess cost another price than today. */
export function isOutdated(kept: string): boolean {
  const { ln, r, p } = cost()
  return !kept.startsWith(`$scrypt$ln=${ln},r=${r},p=${p}$`)
}

function cost(): Cost {
  const cheaper = env('PASSWORD_LN')
  return cheaper ? { ...published, ln: Number(cheaper) } : published
}

function derived(password: string, salt: Buffer, { ln, r, p }: Cost): Promise<Buffer> {
  return new Promise((done, failed) =>
    // The same sign may be typed composed or decomposed, by the keyboard.
    scrypt(password.normalize('NFC'), salt, BYTES, { N: 2 ** ln, r, p, maxmem: 2 ** ln * 128 * r * 2 }, (error, key) =>
      error ? failed(error) : done(key),
    ),
  )
}
