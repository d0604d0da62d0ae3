import type { Label } from '../../shared/names.ts'
import { api } from '../../shared/words/api.ts'

/** The version that an `If-Match` header names; undefined when it names none. */
export function versionIn(said: string | undefined): number | undefined {
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(said?.trim() ?? '')?.[1]
  return version === undefined ? undefined : Number(version)
}

/** What a 412 says of the version that was named. */
export const staleWords = (said: string | undefined): Label => (said && versionIn(said) === undefined ? api.versionUnreadable : api.stale)
