import { planAhead } from '../../shared/deadline/ahead.ts'
import type { Calendar } from '../../shared/deadline/calendar.ts'
import { type Ladders, type Planned, plan, type Remindable } from '../../shared/deadline/reminders.ts'

// Many duties of a session share their days, so equal questions are answered once: working days over years are slow to count.

/** Says which rung of its ladder a duty has newly reached on a day for somebody who last heard of it at the rung `last`; undefined when none. */
export function climber(date: string, calendar: Calendar): (item: Remindable, last: string | undefined) => string | undefined {
  const known = new Map<string, string | undefined>()
  return (item, last) => {
    const question = questionOf(item, last)
    if (!known.has(question)) known.set(question, plan([item], date, calendar, { sent: (_, rung) => rung === last })[0]?.rung)
    return known.get(question)
  }
}

type Rungs = Pick<Planned<Remindable>, 'on' | 'rung'>[]

/** Says the same of every day from one on up to `to`, if nothing happens to the duty. */
export function climberAhead(
  to: string,
  calendar: Calendar,
  own: Ladders,
): (item: Remindable, from: string, last: string | undefined) => Rungs {
  const known = new Map<string, Rungs>()
  return (item, from, last) => {
    const question = `${from} ${questionOf(item, last)}`
    const rungs = known.get(question) ?? planAhead(item, [from, to], calendar, { own, said: last })
    known.set(question, rungs)
    return rungs
  }
}

function questionOf({ duty, reminders, held }: Remindable, last: string | undefined): string {
  return JSON.stringify([duty.openedOn, duty.dueOn, duty.state, duty.why?.extensions.at(-1)?.on, reminders, held, last])
}
