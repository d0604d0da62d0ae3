import type { Ledger } from '../../../shared/definition/ledger.ts'
import { isDay, type Lang } from '../../../shared/names.ts'
import type { Values } from './useAnswers.ts'

/** Under these names the day on which something happened, and why it is entered late, stand among the answers: no field is called so. */
export const ON = '@on'
export const REASON = '@reason'

export type Happened = { on?: string; reason?: string }

/** What is to be told of the day, as a request carries it: nothing when it happened today. */
export function happened({ [ON]: on, [REASON]: reason }: Values): Happened {
  return { ...(isDay(on) ? { on } : {}), ...(typeof reason === 'string' && reason ? { reason } : {}) }
}

/**
 * The same of a step, whichever form takes it: where one of its own fields says the day, that is the day, and nobody is asked twice; one that was named beside
 * it goes before. An own day that is `impossible` for the record, as before its last step, which was entered late, is none: the step counts from its entry.
 */
export function stepHappened(ledger: Ledger, transition: string, values: Values, impossible: (day: Happened) => boolean): Happened {
  const named = happened(values)
  const on = values[ownDay(ledger, transition) ?? '']
  if (named.on || !isDay(on)) return named
  const day = { ...named, on }
  return impossible(day) ? {} : day
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

/** How the day of a step is called: as the field in which it is written down, else as that of this step. */
export function dayLabel({ transitions, fields }: Ledger, transition: string, lang: Lang, { stepOn }: { stepOn: string }): string {
  const { sets = {} } = transitions[transition] ?? {}
  const [only, another] = Object.entries(sets).flatMap(([key, put]) =>
    'stamp' in put && put.stamp === 'today' ? (fields[key]?.label ?? []) : [],
  )
  return only && !another ? only[lang] : stepOn
}
