import type { Calendar } from '../../shared/deadline/calendar.ts'
import { plan, type Remindable } from '../../shared/deadline/reminders.ts'

/**
 * Says which rung of its ladder a duty has newly reached on a day for somebody who last heard of it at the rung `last`; undefined when none.
 * Many duties of a session share their days, so equal questions are answered once: working days over years are slow to count.
 */
export function climber(date: string, calendar: Calendar): (item: Remindable, last: string | undefined) => string | undefined {
  const known = new Map<string, string | undefined>()
  return (item, last) => {
    const { duty, reminders, held } = item
    const question = JSON.stringify([duty.openedOn, duty.dueOn, duty.state, duty.why?.extensions.at(-1)?.on, reminders, held, last])
    if (!known.has(question)) known.set(question, plan([item], date, calendar, { sent: (_, rung) => rung === last })[0]?.rung)
    return known.get(question)
  }
}
