import type { Seen } from '../../shared/importing/seen.ts'
import type { Label } from '../../shared/names.ts'

/** Why a file cannot be taken: 413 too large, 415 no sheet, 422 a sheet that cannot be read. `sheets`: what it looks like, where its sender can say what is what. */
export type SheetFault = {
  status: 403 | 409 | 413 | 415 | 422
  sentence: Label
  faults?: { path: string; message: Label }[]
  sheets?: Seen[]
}

export function isFault(value: unknown): value is SheetFault {
  return typeof value === 'object' && value !== null && 'sentence' in value && 'status' in value
}

/** Ends the reading of a file from within. */
export class Unreadable extends Error {
  readonly fault: SheetFault
  constructor(status: SheetFault['status'], sentence: Label) {
    super(sentence.en)
    this.fault = { status, sentence }
  }
}
