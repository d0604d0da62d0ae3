import type { Label } from '../../shared/names.ts'
import { did } from '../../shared/words/sentence.ts'

/** What was kept of what somebody did: who, the label of the step, and both as a sentence tells them where it was no step of a ledger. */
export type Done = { who: Label; step: Label; did?: Label }

/** Who did what, as a sentence tells it: 灌南县人大已“交办”. */
export const didIn = ({ who, step, did: done }: Done): Label => done ?? did(who, step)
