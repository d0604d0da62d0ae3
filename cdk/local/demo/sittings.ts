type Sitting = { term: number; session: number; from: string }

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** A number from 1 to 99 in words. */
function chinese(number: number): string {
  const tens = Math.floor(number / 10)
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${digits[number % 10]}`
}

/** The congress is elected for five years and meets every January; the eighteenth term began in 2022. */
function sittingOf(year: number): Sitting {
  const since = year - 2017
  return { term: 17 + Math.floor(since / 5), session: (since % 5) + 1, from: `${year}-01-08` }
}

/** The session in which a suggestion of that day was brought in, as it is written on paper. */
export function sessionOn(day: string): string {
  const { term, session } = sittingFrom(day)
  return `${chinese(term)}届${chinese(session)}次`
}

/** The sessions of the register's years, as far as they have met by `today`. */
export function sittings(today: string): Sitting[] {
  const years = Array.from({ length: Number(today.slice(0, 4)) - 2016 }, (_, at) => 2017 + at)
  return years.map(sittingOf).filter(({ from }) => from <= today)
}

/** The session that counts on a day, or so many before or after it. */
function sittingFrom(day: string, ahead = 0): Sitting {
  const year = Number(day.slice(0, 4))
  return sittingOf((sittingOf(year).from <= day ? year : year - 1) + ahead)
}

/** The congress of a day's term: 县十八届. */
export const termOn = (day: string): string => `县${chinese(sittingFrom(day).term)}届`

/** How the session is called that counts on a day, or so many before or after it: 县十八届人大五次会议. */
export function congress(day: string, ahead = 0): string {
  const { term, session } = sittingFrom(day, ahead)
  return `县${chinese(term)}届人大${chinese(session)}次会议`
}

/** So often meet the standing committee and its chairpersons in a year. */
const [YEARLY, CHAIRS] = [7, 14]

/** A meeting of the standing committee: the one that was held last on that day, or so many before or after it. */
export function standing(today: string, ahead = 0): string {
  return `${termOn(today)}人大常委会第${chinese(sittingFrom(today).session * YEARLY - 2 + ahead)}次会议`
}

/** The same of its chairpersons. */
export function chairs(today: string, ahead = 0): string {
  return `${termOn(today)}人大常委会第${chinese(sittingFrom(today).session * CHAIRS - 2 + ahead)}次主任会议`
}
