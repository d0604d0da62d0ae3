import { bytesOf, written } from './drafts.ts'
import { request } from './http.ts'

const SETTING = 'draftKey'

/**
 * The key with which a person's drafts are sealed in this browser. It is one of his settings on the server, so only he is told it, at any browser; made
 * when there is none yet. Null where the browser offers no cryptography (a page without TLS): then nothing is kept.
 */
export async function draftKey(settings: Record<string, unknown>): Promise<CryptoKey | null> {
  // Absent in what browsers call an insecure context.
  const subtle = crypto.subtle as SubtleCrypto | undefined
  if (!subtle) return null
  const known = settings[SETTING]
  const raw = typeof known === 'string' ? bytesOf(known) : crypto.getRandomValues(new Uint8Array(32))
  if (typeof known !== 'string') {
    settings[SETTING] = written(raw)
    // One that could not be kept on the server opens what is written until the page is left; the next start makes another.
    await request('/settings', { method: 'PUT', body: settings }).catch(() => undefined)
  }
  return subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
}
