/** What somebody was writing, kept in this browser until it is sent or dropped, and cleared at sign-out since the PC may be shared. */
export type Kept = { at: string; values: Record<string, unknown> }

const prefix = 'duban.draft.'

export function keepDraft(name: string, values: Record<string, unknown>, at: Date): void {
  try {
    localStorage.setItem(prefix + name, JSON.stringify({ at: at.toISOString(), values } satisfies Kept))
  } catch {
    // A full or forbidden storage must not stop anybody from writing; the form still holds the text.
  }
}

export function readDraft(name: string): Kept | null {
  const text = localStorage.getItem(prefix + name)
  if (!text) return null
  try {
    const kept = JSON.parse(text) as Kept
    return typeof kept.at === 'string' && typeof kept.values === 'object' ? kept : null
  } catch {
    return null
  }
}

export function dropDraft(name: string): void {
  localStorage.removeItem(prefix + name)
}

/** Every text of everybody on this browser. */
export function clearDrafts(): void {
  for (const key of Object.keys(localStorage).filter((each) => each.startsWith(prefix))) localStorage.removeItem(key)
}
