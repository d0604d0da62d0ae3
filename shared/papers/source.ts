import type { Ledger } from '../definition/ledger.ts'
import type { LedgerEvent } from '../event.ts'
import type { LedgerRecord } from '../record.ts'
import type { Scope } from '../scope.ts'
import type { Kin, World } from '../world.ts'
import type { Names } from './written.ts'

/** What a paper is made from. Records and events stand as stored: what the maker or the addressee may not see is taken out here. */
export type Source = {
  ledger: Ledger
  records: LedgerRecord[]
  /** Of the one record: what happened to it, and the records beside it that the maker may see. */
  events: LedgerEvent[]
  kin: Pick<Kin, 'parent' | 'children'> & { named: LedgerRecord[]; phases: Kin['phases'] }
  /** Records on other ledgers, of which its sections tell. */
  work?: LedgerRecord[]
  ledgers: Map<string, Ledger>
  world: World
  names: Names
  scope: Scope
  today: string
  /** Of which year it tells; that of today unless given. */
  year?: number
  /** Of which township an office's year tells; none: of the county's. */
  township?: string
  /** The organ that makes it, and the county's. */
  office: string
  county: string
  /** Whom a part of a list goes to. */
  addressee?: string
  /** The number that the register gave. */
  no?: number
  /** Where a code leads. */
  address: string
}
