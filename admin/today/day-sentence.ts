type Counts = { late: number; today: number; week: number }
type Words = {
  has: string
  late: (n: number) => string
  dueToday: (n: number) => string
  week: (n: number) => string
  weekOnly: (n: number) => string
  join: string
  stop: string
}
export type Part = { text: string; late?: true }

/** What the day holds, in one sentence and in parts, since what is late is shown as such; nothing when it holds nothing. */
export function daySentence({ late, today, week }: Counts, words: Words): Part[] {
  if (late + today === 0) return week > 0 ? [{ text: `${words.weekOnly(week)}${words.stop}` }] : []
  const parts: Part[] = [
    ...(late > 0 ? [{ text: words.late(late), late: true as const }] : []),
    ...(today > 0 ? [{ text: words.dueToday(today) }] : []),
    ...(week > 0 ? [{ text: words.week(week) }] : []),
  ]
  const joined = parts.flatMap((part, at) => [{ text: at === 0 ? words.has : words.join }, part])
  return [...joined, { text: words.stop }]
}
