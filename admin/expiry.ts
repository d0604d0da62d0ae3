import { HttpError } from './problem.ts'

/** Why the person must sign in again: his session ended, or somebody else has signed in at this browser. */
export type Reason = 'ended' | 'other'
type Listener = (reason: Reason | null) => void
let listener: Listener | null = null
let waiting: { promise: Promise<void>; resolve: () => void; reject: (error: Error) => void } | null = null

/** Resolves when the person has signed in again in the dialog; rejects with 401 when he leaves, or when no dialog is there to ask him. */
export function signedInAgain(reason: Reason): Promise<void> {
  if (!listener) return Promise.reject(new HttpError('', 401, { status: 401 }))
  if (!waiting) {
    let resolve = () => {}
    let reject: (error: Error) => void = () => {}
    const promise = new Promise<void>((yes, no) => {
      resolve = yes
      reject = no
    })
    waiting = { promise, resolve, reject }
  }
  listener(reason)
  return waiting.promise
}

/** Whether a dialog is asking. */
export const isWaiting = (): boolean => waiting !== null

/** The dialog says how it ended. */
export function endWaiting(signedIn: boolean): void {
  if (signedIn) waiting?.resolve()
  else waiting?.reject(new HttpError('', 401, { status: 401 }))
  waiting = null
  listener?.(null)
}

/** The one dialog that asks; returns how to stop. */
export function onExpiry(next: Listener): () => void {
  listener = next
  return () => {
    if (listener === next) listener = null
  }
}
