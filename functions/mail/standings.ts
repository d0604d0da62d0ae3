import { sits } from '../../shared/engine/seats.ts'
import { type Tally, tallyOf } from '../../shared/tally.ts'
import type { Found } from './recheck.ts'
import type { Reader } from './recipients.ts'
import type { Owing } from './survey.ts'

/**
 * How everything stands that concerns a reader, reminded of today or not: what his office owes as its page counts it, of the county's leaders what the
 * whole county owes.
 */
export type Standings = (reader: Reader, now?: Found) => Tally

/** The same of these open duties, counted once for those who sit in the same seats; anew where some of the records are known as they stand by `now`. */
export function standingsOf(morning: Owing[], on: string): Standings {
  const known = new Map<string, Tally>()
  return (reader, now) => {
    const open = now ? asOf(morning, now) : morning
    const { id, name, role, office, desks } = reader
    const leader = role === 'leader'
    const personal = open.some(({ duty: { holder } }) => holder.kind === 'person' && holder.id === id)
    const seat = leader ? role : JSON.stringify([role, office, desks, personal && id])
    const scope = { person: id, name, role, office, ...(desks ? { desks } : {}) }
    const tally =
      (now ? undefined : known.get(seat)) ??
      tallyOf(leader ? open.map(told) : open.filter(({ duty }) => sits(scope, duty.holder)).map(told), on)
    if (!now) known.set(seat, tally)
    return tally
  }
}

/** The duties as these records have them; those of other records stay as they were. */
function asOf(morning: Owing[], now: Found): Owing[] {
  return morning.flatMap((owing): Owing[] => {
    const key = `${owing.record.ledger}#${owing.record.id}`
    const duty = now.has(key) ? now.get(key)?.duties.find(({ id }) => id === owing.duty.id) : owing.duty
    return duty?.state === 'open' && duty.dueOn !== null ? [{ ...owing, duty: { ...duty, dueOn: duty.dueOn } }] : []
  })
}

const told = ({ ledger, record, duty }: Owing) => ({ dueOn: duty.dueOn, record: { ledger: ledger.key, id: record.id } })
