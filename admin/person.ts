/** Somebody who signed in or out in another tab of this browser. */
export type News = { entered: Named } | { left: string }
type Named = { id: string; name: string }
type Listener = (news: News) => void

const MARK = 'duban.person'
let here: string | null = null
let channel: BroadcastChannel | undefined
const listeners = new Set<Listener>()

/** For whom this tab is open: every change says it, and what is answered to somebody else is not taken. Null while nobody is. */
export function personHere(): string | null {
  return here
}

/** True where somebody was signed in when this browser was left; what keeps no marks says no. */
export function wasHere(): boolean {
  try {
    return window.localStorage.getItem(MARK) !== null
  } catch {
    return false
  }
}

function mark(is: boolean): void {
  try {
    is ? window.localStorage.setItem(MARK, '1') : window.localStorage.removeItem(MARK)
  } catch {
    // Then it is asked at every start.
  }
}

/** This tab is somebody's from now on; the other tabs hear it. */
export function enter({ id, name }: Named): void {
  here = id
  mark(true)
  tell({ entered: { id, name } })
}

/** This tab is nobody's any more. `told`: somebody signed out in it, which ends his other tabs too. */
export function quit(told: boolean): void {
  if (here !== null && told) tell({ left: here })
  here = null
  mark(false)
}

/** What other tabs tell; returns how to stop. */
export function onNews(listener: Listener): () => void {
  open()
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

function tell(news: News): void {
  open()?.postMessage(news)
}

function open(): BroadcastChannel | undefined {
  if (!channel && typeof BroadcastChannel === 'function') {
    channel = new BroadcastChannel('duban.person')
    channel.onmessage = ({ data }: MessageEvent<News>) => {
      for (const listener of listeners) listener(data)
    }
  }
  return channel
}
