import { useListContext } from 'react-admin'
import { heldBy, soonestDay } from '../../../shared/duty.ts'
import type { Shown } from '../../data.ts'

/** A record as its row tells it: in a list of what an office owes (`unit:water`) with that office's own duties and day, by which it stands where it does. */
export function asOwed(record: Shown, holder: string | undefined): Shown {
  if (holder === undefined) return record
  const duties = heldBy(record.duties, holder)
  return { ...record, duties, dueOn: soonestDay(duties), overdue: duties.some(({ overdue }) => overdue) }
}

/** The office of whose duties the list is, if it is of one's. */
export function useHolder(): string | undefined {
  const { filterValues } = useListContext()
  return (filterValues as { holder?: string } | undefined)?.holder
}
