import type { Label } from './names.ts'

/** One fault of an input, with its path (`given.due`, `data.co.1`). */
export type Fault = { path: string; code: FaultCode; message: Label }
export type FaultCode = 'unasked' | 'missing' | 'bad' | 'past' | 'cap' | 'whom' | 'once' | 'future' | 'early'

/** The engine's ways to say no, and the status each has over HTTP. Values, never thrown; role (403) is judged before state (409) before input (422). */
export const refusals = {
  unknown: 404,
  role: 403,
  state: 409,
  condition: 409,
  noduty: 409,
  whom: 422,
  input: 422,
  children: 422,
} as const
export type RefusalCode = keyof typeof refusals

export type Refusal = { refused: RefusalCode; status: number; sentence: Label; faults?: Fault[] }

/** Builds a refusal; the sentence says what to do, in both languages. */
export function refuse(code: RefusalCode, sentence: Label, faults?: Fault[]): Refusal {
  return { refused: code, status: refusals[code], sentence, ...(faults ? { faults } : {}) }
}

/** The refusal of what was given, with every fault at once. */
export function refuseInput(faults: Fault[]): Refusal {
  const en = faults.length === 1 ? 'One thing to fix.' : `${faults.length} things to fix.`
  return refuse('input', { zh: `有 ${faults.length} 处要改。`, en }, faults)
}

/** True for an answer that refuses. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value
}
