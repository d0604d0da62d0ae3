import type { Values } from './useAnswers.ts'

/** Under these names the day on which something happened, and why it is entered late, stand among the answers: no field is called so. */
export const ON = '@on'
export const REASON = '@reason'

/** What is to be told of the day, as a request carries it: nothing when it happened today. */
export function happened(values: Values): { on?: string; reason?: string } {
  const { [ON]: on, [REASON]: reason } = values
  return { ...(typeof on === 'string' && on ? { on } : {}), ...(typeof reason === 'string' && reason ? { reason } : {}) }
}
