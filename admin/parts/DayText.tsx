import { writeDay, writeInstant } from '../../shared/deadline/days.ts'
import { usePanel } from '../panel.ts'

/** A day: whole in sentences and on paper (`long`), without the year when it is this one (`short`), without the weekday in tables (`bare`). */
export function DayText({ day, as = 'short' }: { day: string; as?: 'long' | 'short' | 'bare' }) {
  const { lang, today } = usePanel()
  const text = as === 'long' ? writeDay(day, lang) : writeDay(day, lang, { year: 'auto', today, weekday: as === 'short' })
  return <time dateTime={day}>{text}</time>
}

/** An instant in the county's time. */
export function InstantText({ at }: { at: string }) {
  const { lang, today } = usePanel()
  return <time dateTime={at}>{writeInstant(at, lang, today)}</time>
}
