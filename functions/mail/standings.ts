import { sits } from '../../shared/engine/seats.ts'
import { type Tally, tallyOf } from '../../shared/tally.ts'
import type { Reader } from './recipients.ts'
import type { Owing } from './survey.ts'

/**
 * How everything stands that concerns a reader, reminded of today or not: what his office owes as its page counts it, of the county's leaders what the
 * whole county owes.
 */
export type Standings = (reader: Reader) => Tally

/** The same of these open duties, counted once for those who sit in the same seats. */
export function standingsOf(open: Owing[], on: string): Standings {
  const known = new Map<string, Tally>()
  return (reader) => {
    const { id, name, role, office, desks } = reader
    const leader = role === 'leader'
    const personal = open.some(({ duty: { holder } }) => holder.kind === 'person' && holder.id === id)
    const seat = leader ? role : JSON.stringify([role, office, desks, personal && id])
    const scope = { person: id, name, role, office, ...(desks ? { desks } : {}) }
    const tally = known.get(seat) ?? tallyOf(leader ? open.map(told) : open.filter(({ duty }) => sits(scope, duty.holder)).map(told), on)
    known.set(seat, tally)
    return tally
  }
}

const told = ({ ledger, record, duty }: Owing) => ({ dueOn: duty.dueOn, record: { ledger: ledger.key, id: record.id } })
