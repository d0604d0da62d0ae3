import type { Store } from 'react-admin'
import { request } from './http.ts'

type Listener = (value: unknown) => void

/** Never kept: what was selected, and where a list last stood (a clerk who meets an old filter thinks that records have vanished). */
const passing = /\.(selectedIds|listParams|expanded)$|^(recall|place)\./

/**
 * Settings of a person, kept on the server: columns, saved views, language, text size, what was viewed last. They follow him to another PC, and the next
 * person on this one does not meet them. Changes go out together, a second after the last.
 */
export function settingsStore(initial: Record<string, unknown>): Store {
  const items = new Map<string, unknown>(Object.entries(initial))
  const listeners = new Map<string, Set<Listener>>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const tell = (key: string) => {
    for (const listener of listeners.get(key) ?? []) listener(items.get(key))
  }
  const keep = (key: string) => {
    if (passing.test(key)) return
    clearTimeout(timer)
    timer = setTimeout(() => void save(items), 1000)
  }
  const remove = (key: string) => {
    if (!items.delete(key)) return
    tell(key)
    keep(key)
  }
  return {
    setup: () => {},
    teardown: () => clearTimeout(timer),
    getItem: <T>(key: string, defaultValue?: T) => (items.has(key) ? (items.get(key) as T) : defaultValue),
    setItem: (key, value) => {
      if (value === undefined) return remove(key)
      items.set(key, value)
      tell(key)
      keep(key)
    },
    removeItem: remove,
    removeItems: (prefix) => {
      for (const key of [...items.keys()].filter((each) => each.startsWith(prefix))) remove(key)
    },
    // Signing out forgets here, and leaves what is on the server.
    reset: () => {
      clearTimeout(timer)
      items.clear()
    },
    subscribe: (key, listener) => {
      const set = listeners.get(key) ?? new Set()
      listeners.set(key, set.add(listener))
      return () => {
        set.delete(listener)
      }
    },
    listItems: (prefix = '') => Object.fromEntries([...items].filter(([key]) => key.startsWith(prefix))),
  }
}

async function save(items: Map<string, unknown>): Promise<void> {
  const kept = Object.fromEntries([...items].filter(([key]) => !passing.test(key)))
  // A setting that could not be saved is no reason to disturb anybody; the next change sends it again.
  await request('/settings', { method: 'PUT', body: kept }).catch(() => undefined)
}
