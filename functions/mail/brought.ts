import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Holder } from '../../shared/duty.ts'
import { sameHolder, seats } from '../../shared/engine/seats.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { World } from '../../shared/world.ts'

/** A deputy who brought a record. `leads`: he is told by himself; who signed with others is told when he asked for it. */
export type Bringer = { holder: Holder; leads: boolean }

/** The deputies whom the definition names as those who brought a record (`hears`). Where a field calls them so, the first one leads. */
export function brought(ledger: Ledger, record: LedgerRecord, world: World): Bringer[] {
  const words = ledger.hears ?? []
  const all = deputies(seats(ledger, record, words, world))
  const leading = deputies(seats(ledger, { ...record, data: firstNames(ledger, record) }, words, world))
  return all.map((holder) => ({ holder, leads: leading.some((other) => sameHolder(other, holder)) }))
}

const deputies = (holders: Holder[]): Holder[] => holders.filter(({ kind }) => kind === 'deputy')

/** Where the others of a field are called otherwise than the first, he leads; else all who are named are meant alike. */
function firstNames({ fields }: Ledger, { data }: LedgerRecord): LedgerRecord['data'] {
  const first = Object.entries(data).map(([key, value]) => {
    const field = fields[key]
    return [key, field?.kind === 'deputies' && field.rest && Array.isArray(value) ? value.slice(0, 1) : value]
  })
  return Object.fromEntries(first)
}
