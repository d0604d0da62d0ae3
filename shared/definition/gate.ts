import type * as z from 'zod'
import { basisFaults } from './basis.ts'
import { boundsFaults } from './gate/bounds.ts'
import { dutyFaults } from './gate/duties.ts'
import { flowFaults } from './gate/flow.ts'
import { hiddenFaults } from './gate/hidden.ts'
import { idleFaults } from './gate/idle.ts'
import { meetingFaults } from './gate/meetings.ts'
import { nameFaults, takenLater } from './gate/names.ts'
import { onceFaults } from './gate/once.ts'
import { paperFaults } from './gate/papers.ts'
import { refFaults } from './gate/refs.ts'
import { returnFaults } from './gate/returns.ts'
import { vainFaults } from './gate/vain.ts'
import { yearlyFaults } from './gate/yearly.ts'
import { Ledger } from './ledger.ts'
import { withReturns } from './returns.ts'
import { wayOutFaults } from './way-out.ts'

/** One thing wrong with a definition, and where; `issue` where its shape is wrong. What is said of it to people stands in `words/gate.ts`. */
export type GateFault = { path: string; message: string; issue?: z.core.$ZodIssue }
type Parsed = { ledger: Ledger } | { faults: GateFault[] }
type Rule = (ledger: Ledger) => GateFault[]

const rules: Rule[] = [nameFaults, refFaults, flowFaults, dutyFaults, onceFaults, boundsFaults, vainFaults, paperFaults]
/** Rules that came after the first release: definitions that it let through are in force in some county. */
const later: Rule[] = [hiddenFaults, takenLater, wayOutFaults, returnFaults, meetingFaults]

/**
 * The gate that every definition passes, ours and a county's own: JSON in, the ledger or every fault with its path out (vocabulary §5).
 * The schema's faults come alone, since nothing else can be judged before the shape is right.
 */
export function parseLedger(json: unknown): Parsed {
  return judged(json, [...rules, ...later])
}

/** The same for a definition that a county has published: what passed the gate then stays in force, and only its next version meets the rules of today. */
export function publishedLedger(json: unknown): Parsed {
  return judged(json, rules)
}

/**
 * What a definition may well be published with, and should be looked at: an open state in which an item can lie unseen, a
 * length that its basis tells otherwise, a day of the year that may be tomorrow. None of ours has one (every-ledger).
 */
export function adviceOn(ledger: Ledger): GateFault[] {
  const basis = basisFaults(ledger).map(({ duty, says, is }) => ({
    path: `duties.${duty}.basis`,
    message: `the length is ${is}, the basis says ${says}`,
  }))
  return [...idleFaults(ledger), ...yearlyFaults(ledger), ...basis]
}

function judged(json: unknown, by: Rule[]): Parsed {
  const parsed = Ledger.safeParse(json)
  if (!parsed.success) {
    const faults = parsed.error.issues.flatMap((issue) => {
      const path = issue.path.map(String)
      if (issue.code !== 'unrecognized_keys') return [{ path: path.join('.'), message: issue.message, issue }]
      return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: 'unknown key' }))
    })
    return { faults }
  }
  const ledger = withReturns(parsed.data)
  const faults = by.flatMap((rule) => rule(ledger))
  return faults.length ? { faults } : { ledger }
}
