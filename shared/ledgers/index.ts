// Written by `npm run ledgers`: one line for each file of this folder.
import type { Ledger } from '../ledger.ts'
import { suggestions } from './suggestions.ts'

/** Our own ledgers, in the order of their files. */
export const ledgers: Ledger[] = [suggestions]
