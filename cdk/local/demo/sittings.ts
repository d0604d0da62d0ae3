type Sitting = { term: number; session: number; from: string }

const words = ['一', '二', '三', '四', '五']
const terms: Record<number, string> = { 17: '十七', 18: '十八', 19: '十九', 20: '二十', 21: '二十一' }

/** The congress is elected for five years and meets every January; the eighteenth term began in 2022. */
function sittingOf(year: number): Sitting {
  const since = year - 2017
  return { term: 17 + Math.floor(since / 5), session: (since % 5) + 1, from: `${year}-01-08` }
}

/** The session in which a suggestion of that year was brought in, as it is written on paper. */
export function sessionOf(year: number): string {
  const { term, session } = sittingOf(year)
  return `${terms[term]}届${words[session - 1]}次`
}

/** The sessions of the register's years, as far as they have met by `today`. */
export function sittings(today: string): Sitting[] {
  const years = Array.from({ length: Number(today.slice(0, 4)) - 2016 }, (_, at) => 2017 + at)
  return years.map(sittingOf).filter(({ from }) => from <= today)
}
