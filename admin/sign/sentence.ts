import type { Words } from '../language.ts'
import { HttpError } from '../problem.ts'

/** What to tell somebody whose request was refused or failed: the server's own sentence when it has one. */
export function sentenceOf(error: unknown, words: Words): string {
  if (!(error instanceof HttpError)) return words.fault.network
  const { body } = error
  if (error.status === 0) return words.fault.network
  if (error.status === 408) return words.fault.timeout
  if (error.status === 429 && !body.detail) return words.fault.many(body.wait ?? 20)
  if (error.status >= 500) return words.fault.failed(body.requestId || String(error.status))
  if (error.status === 403 && !body.detail) return words.fault.forbidden
  return error.message || words.fault.network
}

/** The same for a form that marks no single field: what is wrong with the answers, each in its sentence. */
export function faultsOf(error: unknown, words: Words): string {
  const faults = error instanceof HttpError ? (error.body.faults ?? []) : []
  return faults.length > 0 ? faults.map(({ message }) => message).join(' ') : sentenceOf(error, words)
}
