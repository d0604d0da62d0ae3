/** What time it is for one piece of work: the instant, and the county's day (Asia/Shanghai). Made by doors only and passed in. */
export type Clock = { now: Date; today: string }

/** The clock of a door. `today` stands for the day when given (local demonstrations and tests). */
export function clockAt(now: Date, today?: string): Clock {
  return { now, today: today || dayOf(now) }
}

/** A clock that stood at an instant (epoch, milliseconds) when this was called and goes on from there. `today` as above. */
export function ticking(from: number, today?: string): () => Clock {
  const begun = performance.now()
  return () => clockAt(new Date(from + performance.now() - begun), today)
}

/** The day of an instant in Asia/Shanghai. China has kept UTC+8 without summer time since 1991. */
export function dayOf(now: Date): string {
  return shanghai(now).slice(0, 10)
}

/** The time of an instant in Asia/Shanghai, `10:45`. */
export function timeOf(now: Date): string {
  return shanghai(now).slice(11, 16)
}

function shanghai(now: Date): string {
  return new Date(now.getTime() + 8 * 3600_000).toISOString()
}
