/**
 * What somebody was writing, kept in this browser until it is sent or dropped, and cleared at sign-out since the PC may be shared. It is his: sealed with a
 * key that only his account is told (`draft-key.ts`), so that the next person at this browser is neither offered it nor able to read it.
 */
export type Kept = { at: string; values: Record<string, unknown> }
type Own = { prefix: string; key: CryptoKey | null }

const all = 'duban.draft.'
/** What others left here and did not come back for. */
const MOST_DAYS = 30
let own: Own | null = null
const kept = new Map<string, Kept>()

/** Opens what this person left in this browser; `now` tells what is too old. */
export async function openDrafts(person: string, key: CryptoKey | null, now: Date): Promise<void> {
  own = { prefix: `${all}${person}.`, key }
  kept.clear()
  const oldest = new Date(now.getTime() - MOST_DAYS * 86_400_000).toISOString()
  const names = Object.keys(localStorage).filter((each) => each.startsWith(all))
  await Promise.all(
    names.map(async (name) => {
      const text = localStorage.getItem(name) ?? ''
      // What an earlier version kept is nobody's in particular.
      if (text.startsWith('{') || text < oldest) localStorage.removeItem(name)
      else await take(name, text)
    }),
  )
  window.removeEventListener('storage', hear)
  window.addEventListener('storage', hear)
}

export function keepDraft(name: string, values: Record<string, unknown>, at: Date): void {
  const one = { at: at.toISOString(), values }
  kept.set(name, one)
  if (own?.key) void put(own.prefix + name, one, own.key)

  async function put(place: string, what: Kept, key: CryptoKey): Promise<void> {
    const text = await seal(what, key)
    try {
      if (kept.get(name) === one) localStorage.setItem(place, text)
    } catch {
      // A full or forbidden storage must not stop anybody from writing; the form still holds the text.
    }
  }
}

export function readDraft(name: string): Kept | null {
  return kept.get(name) ?? null
}

export function dropDraft(name: string): void {
  kept.delete(name)
  if (own) localStorage.removeItem(own.prefix + name)
}

/** Every text of this person on this browser. */
export function clearDrafts(): void {
  for (const name of kept.keys()) dropDraft(name)
  own = null
}

/** Another tab of the same person keeps or drops something. */
function hear({ key, newValue }: StorageEvent): void {
  if (!own || !key?.startsWith(own.prefix)) return
  if (newValue === null) kept.delete(key.slice(own.prefix.length))
  else void take(key, newValue)
}

async function take(place: string, text: string): Promise<void> {
  if (!own?.key || !place.startsWith(own.prefix)) return
  const name = place.slice(own.prefix.length)
  const found = await unseal(text, own.key)
  if (found) kept.set(name, found)
  else localStorage.removeItem(place)
}

/** When, and sealed text: `2026-11-28T08:30:00.000Z|iv|bytes`. */
async function seal({ at, values }: Kept, key: CryptoKey): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(JSON.stringify(values)))
  return `${at}|${written(iv)}|${written(new Uint8Array(bytes))}`
}

async function unseal(text: string, key: CryptoKey): Promise<Kept | null> {
  const [at = '', iv = '', bytes = ''] = text.split('|')
  try {
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytesOf(iv) }, key, bytesOf(bytes))
    return { at, values: JSON.parse(new TextDecoder().decode(plain)) }
  } catch {
    return null
  }
}

/** Bytes as text, and back. */
export function written(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
