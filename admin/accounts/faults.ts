import { HttpError } from '../problem.ts'

export type Faults = Record<string, string>

/** What the API found wrong with which field; null when it refused for another reason. */
export function faultsOf(error: unknown): Faults | null {
  if (!(error instanceof HttpError) || error.status !== 422) return null
  const found: { path: string; message: string }[] = error.body?.faults ?? []
  if (found.length === 0) return null
  return Object.fromEntries(found.map(({ path, message }) => [path.split('.')[0] ?? path, message]))
}

/** The first field with a fault takes the cursor. */
export function focusFault(faults: Faults, prefix: string): void {
  const first = Object.keys(faults)[0]
  if (first) document.getElementById(`${prefix}-${first}`)?.focus()
}
