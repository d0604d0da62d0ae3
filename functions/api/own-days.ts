import type * as z from 'zod'
import type { NamedDay } from '../../shared/deadline/calendar.ts'
import type { Label } from '../../shared/names.ts'

type Days = { off: NamedDay[]; work: NamedDay[]; published: number[] }

/** A county says of a day once whether it rests or works on it: otherwise which of the two holds would hang on the order in which they are read. */
export function onceEach(given: Days, c: z.core.$RefinementCtx<Days>): void {
  // Judged beside what is wrong with single days, so that all faults come at once.
  const [off, work, published] = [listOf(given?.off), listOf(given?.work), listOf(given?.published)].map((list) =>
    list.map(nameOf),
  ) as Lists
  for (const [name, mine, other] of [
    ['off', off, work],
    ['work', work, off],
  ] as const)
    for (const [at, day] of mine.entries()) {
      const sentence = mine.indexOf(day) < at ? twice(day) : other.includes(day) && bothOffAndWorked(day)
      if (day !== '' && sentence) c.addIssue({ code: 'custom', path: [name, at, 'day'], params: { sentence } })
    }
  for (const [at, year] of published.entries())
    if (year !== '' && published.indexOf(year) < at)
      c.addIssue({ code: 'custom', path: ['published', at], params: { sentence: twice(year) } })
}

type Lists = [off: string[], work: string[], published: string[]]
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const nameOf = (value: unknown): string =>
  typeof value === 'number' ? String(value) : typeof value === 'object' && value !== null && 'day' in value ? String(value.day) : ''

const twice = (value: string): Label => ({ zh: `${value} 写了两次，请只留一处。`, en: `${value} stands here twice; keep one.` })

const bothOffAndWorked = (day: string): Label => ({
  zh: `${day} 既写成休息日，又写成上班日，请只留一处。`,
  en: `${day} is given as a day off and as a day worked; keep one of the two.`,
})
