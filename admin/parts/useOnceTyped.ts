import { useEffect, useRef, useSyncExternalStore } from 'react'

/**
 * Runs with what was typed once it stands: `pause` milliseconds after the last key. While an input method composes, nothing runs, and the end of the
 * composition starts the pause, since its last input comes before its end and nothing is typed after it. What is `known` already is not run again.
 */
export function useOnceTyped(text: string, known: string, run: (text: string) => void, pause = KEYS): void {
  const composing = useSyncExternalStore(subscribe, () => composed)
  const latest = useRef(run)
  const composedBefore = useRef(false)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    const ended = composedBefore.current && !composing
    composedBefore.current = composing
    if (composing || text === known) return
    const timer = setTimeout(() => latest.current(text), pauseOf(ended, pause))
    return () => clearTimeout(timer)
  }, [text, known, composing, pause])
}

/** An answer is to stand 300 ms after the last key: this much of that goes by before it is asked for. */
const KEYS = 120
const WORD = 40

/** How long to wait for another key: hardly at all when a composition has `ended`, which brings whole words. */
export function pauseOf(ended: boolean, pause = KEYS): number {
  return ended ? Math.min(pause, WORD) : pause
}

let composed = false
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** An input tells by itself whether it is one of a composition: what a script or a lost cursor breaks off has no end of its own. */
function hear(event: Event): void {
  const before = composed
  composed = event.type === 'compositionstart' || (event.type === 'input' && (event as InputEvent).isComposing === true)
  if (composed !== before) for (const listener of listeners) listener()
}

// There is one cursor and so one composition in a page. It is heard for every field at once and from the beginning: its first letter may be what brings
// the one who waits for it.
for (const type of ['compositionstart', 'compositionend', 'input', 'blur']) globalThis.document?.addEventListener(type, hear, true)
