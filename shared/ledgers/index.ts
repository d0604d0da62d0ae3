// Written by `npm run ledgers`: one line for each file of this folder.
import type { Ledger } from '../ledger.ts'
import { suggestions } from './suggestions.ts'

export const ledgers: Ledger[] = [suggestions]
