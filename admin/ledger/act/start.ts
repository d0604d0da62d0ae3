import type { Ledger, Transition } from '../../../shared/definition/ledger.ts'
import { isOneLine } from '../../../shared/definition/lines.ts'
import type { Shown } from '../../data.ts'
import { isEmpty } from '../sections.ts'
import { asksOf } from './foresee.ts'
import { titleOf } from './title-of.ts'

type Begun = Pick<Shown, 'data' | 'took'>

/**
 * Texts and choices begin with what stands in the record; a day that the act is to move does not, since the old one is no answer, nor the day on which
 * what is done again and again was done last, nor papers, which are added, nor an answer given before, which was refused or is of last month.
 */
export function startOf(ledger: Ledger, transition: string, record: Begun): Record<string, unknown> {
  const rule = ledger.transitions[transition]
  const moves = (rule?.moves ?? []).map((move) => move.to.slice(1))
  const told = toldBefore(ledger, transition, record)
  return Object.fromEntries(
    asksOf(ledger, transition).flatMap(({ key, optional, adds }): [string, unknown][] => {
      if (adds || told.includes(key)) return []
      const field = ledger.fields[key]
      const known =
        record.data[key] ?? (field && 'default' in field ? field.default : undefined) ?? titleOf(ledger, transition, key, record.data)
      const isLast = !optional && rule !== undefined && comesAgain(rule) && field?.kind === 'date' && field.past
      return known === undefined || moves.includes(key) || isLast ? [] : [[key, known]]
    }),
  )
}

/** True for a step that opens anew what it answers, and leaves the record where it was: an entry in a series. */
export function comesAgain({ from, to, discharges = [], opens = [] }: Transition): boolean {
  return (to === undefined || from.includes(to)) && opens.some((one) => discharges.includes(typeof one === 'string' ? one : one.duty))
}

/**
 * The questions of a step that were answered when the same was owed before, and have to be answered anew: accounts in paragraphs, and numbers of a report
 * that comes again and again. Names, titles and choices stay as they are, and so does what may be left open: an empty field there takes back what stands.
 */
export function toldBefore(ledger: Ledger, transition: string, { data, took = {} }: Begun): string[] {
  const { discharges = [], opens = [] } = ledger.transitions[transition] ?? {}
  if (discharges.length === 0) return []
  const again = opens.some((one) => discharges.includes(typeof one === 'string' ? one : one.duty)) && took[transition] !== undefined
  const answered = Object.keys(took).flatMap((step) => asksOf(ledger, step).map(({ key }) => key))
  return asksOf(ledger, transition).flatMap(({ key, optional }) => {
    if (optional) return []
    const field = ledger.fields[key]
    const account = field?.kind === 'text' && !isOneLine(field) && answered.includes(key)
    return !isEmpty(data[key]) && (account || (again && field?.kind === 'number')) ? [key] : []
  })
}
