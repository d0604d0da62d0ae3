import type { Ledger } from '../../../shared/definition/ledger.ts'
import { isDay, type Lang } from '../../../shared/names.ts'
import type { Values } from './useAnswers.ts'

/** Under these names the day on which something happened, and why it is entered late, stand among the answers: no field is called so. */
export const ON = '@on'
export const REASON = '@reason'

/**
 * What is to be told of the day, as a request carries it: nothing when it happened today. `own`: the field that says it anyway, so that nobody is asked twice;
 * a day that was named beside it goes before.
 */
export function happened(values: Values, own?: string): { on?: string; reason?: string } {
  const { [ON]: named, [REASON]: reason } = values
  const on = isDay(named) ? named : own === undefined ? undefined : values[own]
  return { ...(isDay(on) ? { on } : {}), ...(typeof reason === 'string' && reason ? { reason } : {}) }
}

/** Of the fields that a step asks for, the one that says when it happened: the only day among them that cannot lie ahead. */
export function ownDay({ fields, transitions }: Ledger, transition: string): string | undefined {
  const asked = (transitions[transition]?.asks ?? []).map((ask) => ask.replace('?', ''))
  const [only, another] = asked.filter((key) => {
    const field = fields[key]
    return field?.kind === 'date' && field.past === true
  })
  return another === undefined ? only : undefined
}

/** How the day of a step is called: as the field in which it is written down, else by the step. */
export function dayLabel(
  { transitions, fields }: Ledger,
  transition: string,
  lang: Lang,
  { stepOn }: { stepOn: (step: string) => string },
): string {
  const { sets = {}, label } = transitions[transition] ?? {}
  const [only, another] = Object.entries(sets).flatMap(([key, put]) =>
    'stamp' in put && put.stamp === 'today' ? (fields[key]?.label ?? []) : [],
  )
  return only && !another ? only[lang] : stepOn(label?.[lang] ?? transition)
}
