import calendar from 'chinese-days'

/** Whether offices work on the day. A year whose notice is not out yet still rests on the days that never move. */
export function isWorkday(day: string): boolean {
  return calendar.isWorkday(day) && !/-(01-01|05-01|05-02|10-01|10-02|10-03)$/.test(day)
}

export function addDays(day: string, days: number): string {
  return asDay(asTime(day) + days * 86_400_000)
}

export function daysBetween(from: string, to: string): number {
  return Math.round((asTime(to) - asTime(from)) / 86_400_000)
}

/** The day itself, or the next one on which offices work. */
export function workdayFrom(day: string): string {
  let found = day
  while (!isWorkday(found)) found = addDays(found, 1)
  return found
}

/** The day itself, or the last one before it on which offices work. */
export function workdayUpTo(day: string): string {
  let found = day
  while (!isWorkday(found)) found = addDays(found, -1)
  return found
}

/** Months end on the same-numbered day or the month's last; a last day that is no working day moves to the next one. */
export function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return workdayFrom(asDay(Date.UTC(year, month - 1 + months, Math.min(date, last))))
}

function asTime(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function asDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
