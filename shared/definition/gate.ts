import { dutyFaults } from './gate/duties.ts'
import { flowFaults } from './gate/flow.ts'
import { nameFaults } from './gate/names.ts'
import { refFaults } from './gate/refs.ts'
import { vainFaults } from './gate/vain.ts'
import { Ledger } from './ledger.ts'

/** One thing wrong with a definition, and where. */
export type GateFault = { path: string; message: string }

/**
 * The gate that every definition passes, ours and a county's own: JSON in, the ledger or every fault with its path out (vocabulary §5).
 * The schema's faults come alone, since nothing else can be judged before the shape is right.
 */
export function parseLedger(json: unknown): { ledger: Ledger } | { faults: GateFault[] } {
  const parsed = Ledger.safeParse(json)
  if (!parsed.success) {
    const faults = parsed.error.issues.flatMap((issue) => {
      const path = issue.path.map(String)
      if (issue.code !== 'unrecognized_keys') return [{ path: path.join('.'), message: issue.message }]
      return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: 'unknown key' }))
    })
    return { faults }
  }
  const ledger = parsed.data
  const faults = [...nameFaults(ledger), ...refFaults(ledger), ...flowFaults(ledger), ...dutyFaults(ledger), ...vainFaults(ledger)]
  return faults.length ? { faults } : { ledger }
}
