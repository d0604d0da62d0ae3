import { addDays, weekdayOf } from './deadline/calendar.ts'

/** A lamp turns amber so many days before the day. */
export const NEAR = 15

/** How much an office owes, counted in items: each once, by what is due first on it. `soon`: within fifteen days; `week`: of these up to Sunday. */
export type Tally = { late: number; today: number; soon: number; week: number }

type Owed = { dueOn: string | null; record: { ledger: string; id: string } }

/** How much is owed as of a day. Today's sentence, the menu and the morning's letter say the same number, since they count here. */
export function tallyOf(owed: Iterable<Owed>, on: string): Tally {
  const first = new Map<string, string>()
  for (const { dueOn, record } of owed) {
    const key = `${record.ledger}#${record.id}`
    const known = first.get(key)
    if (dueOn !== null && (known === undefined || dueOn < known)) first.set(key, dueOn)
  }
  const [near, sunday] = [addDays(on, NEAR), addDays(on, (7 - weekdayOf(on)) % 7)]
  const count = (holds: (day: string) => boolean) => [...first.values()].filter(holds).length
  return {
    late: count((day) => day < on),
    today: count((day) => day === on),
    soon: count((day) => day > on && day <= near),
    week: count((day) => day > on && day <= sunday),
  }
}
