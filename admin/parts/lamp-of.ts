import { daysBetween } from '../../shared/deadline/calendar.ts'
import { type Lamp, lamp, writeDaysLeft } from '../../shared/deadline/days.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { bySoonest } from '../../shared/duty.ts'
import type { Lang } from '../../shared/names.ts'
import type { ShownDuty } from '../data.ts'
import type { PanelWords } from '../words/panel.ts'

export type Shape = 'dot' | 'triangle' | 'square' | 'tick' | 'bars' | 'dash'
/** A lamp ready to draw: its colour, its shape for those who see no colour, and its words. */
export type LampSigns = { colour: Lamp; shape: Shape; text: string }

const shapes: Record<Lamp, Shape> = { green: 'dot', amber: 'triangle', red: 'square', grey: 'dash' }

/** The lamp of one duty. Days left are the server's, never counted again here. */
export function dutyLamp(duty: Pick<ShownDuty, 'state' | 'dueOn' | 'daysLeft' | 'doneOn'>, words: PanelWords, lang: Lang): LampSigns {
  if (duty.state === 'done') return { colour: 'grey', shape: 'tick', text: words.lamp.done }
  if (duty.state === 'void') return { colour: 'grey', shape: 'dash', text: words.lamp.void }
  if (duty.state === 'paused') return { colour: 'grey', shape: 'bars', text: words.lamp.paused }
  if (duty.dueOn === null || duty.daysLeft === null) return { colour: 'grey', shape: 'dash', text: words.lamp.noDay }
  const colour = lamp(duty.daysLeft)
  return { colour, shape: shapes[colour], text: writeDaysLeft(duty.daysLeft, lang) }
}

/** The lamp of a record: its soonest open duty, else how it stands. */
export function recordLamp(
  record: { state: string; duties: Pick<ShownDuty, 'state' | 'dueOn' | 'daysLeft'>[] },
  ledger: Ledger,
  words: PanelWords,
  lang: Lang,
): LampSigns {
  const owed = soonest(record.duties)
  if (owed) return dutyLamp(owed, words, lang)
  if (record.duties.some((duty) => duty.state === 'paused')) return { colour: 'grey', shape: 'bars', text: words.lamp.paused }
  const { phase, label } = ledger.states[record.state] ?? {}
  const closed = phase === 'done' || phase === 'void'
  // What is done with a step of the item that it is a part of is owed there, by that day.
  if (ledger.part && phase === 'open' && record.duties.length === 0) return { colour: 'grey', shape: 'dash', text: words.lamp.ofWhole }
  return { colour: 'grey', shape: phase === 'done' ? 'tick' : 'dash', text: closed ? (label?.[lang] ?? '') : writeDaysLeft(null, lang) }
}

/** The open duty that is due first; those without a day come last. */
export function soonest<D extends { state: string; dueOn: string | null }>(duties: D[]): D | undefined {
  return duties.filter((duty) => duty.state === 'open').sort(bySoonest)[0]
}

/** The day for which a duty was done; null where it had none, and where that day is owed still: what recurs was done before its turn came. */
export function doneFor({ key, dueOn, holder }: Turn, duties: Turn[]): string | null {
  const same = (other: Turn) =>
    other.key === key && other.dueOn === dueOn && other.holder.kind === holder.kind && other.holder.id === holder.id
  return duties.some((other) => other.state === 'open' && same(other)) ? null : dueOn
}
type Turn = Pick<ShownDuty, 'key' | 'state' | 'dueOn' | 'holder'>

/** How a done duty was done: early, on its day, or late; empty where there is no day for which it was done. */
export function punctuality(duty: Turn & Pick<ShownDuty, 'doneOn'>, duties: Turn[], words: PanelWords): string {
  const dueOn = doneFor(duty, duties)
  if (!dueOn || !duty.doneOn) return ''
  const days = daysBetween(duty.doneOn, dueOn)
  return days > 0 ? words.lamp.doneEarly(days) : days === 0 ? words.lamp.doneOnDay : words.lamp.wasLate(-days)
}
