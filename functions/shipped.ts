import type { Ledger } from '../shared/definition/ledger.ts'
import { ledgers } from '../shared/ledgers/index.ts'

/**
 * Our own definitions by their keys, each read when it is first asked for: a bundle parses those alone that its work needs (`cdk/definitions-as-data.ts`).
 */
export const shipped: ReadonlyMap<string, () => Ledger> = new Map(ledgers.map((ledger) => [ledger.key, () => ledger]))
