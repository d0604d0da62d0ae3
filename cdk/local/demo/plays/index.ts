import { type Days, daysFrom, type Play } from './play.ts'
import { townshipVisits } from './township-visits.ts'

const books: ((at: Days) => Play[])[] = [townshipVisits]

/** What goes on in the other ledgers, as seen from `today`: at least one record in every state of each. */
export function plays(today: string): Play[] {
  const at = daysFrom(today)
  return books.flatMap((book) => book(at))
}
