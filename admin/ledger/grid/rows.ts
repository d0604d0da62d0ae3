import type { Ledger } from '../../../shared/definition/ledger.ts'
import { asksOf } from '../act/foresee.ts'
import type { Values } from '../form/useAnswers.ts'

export type Ask = ReturnType<typeof asksOf>[number]

const CELLS = ['office', 'offices', 'date', 'choice', 'yesno', 'number']

/**
 * The questions of a step, parted: what differs from item to item stands in a row's cells, what is said at length or laid to it is the same for all. Why a day
 * is moved is said of each item.
 */
export function partsOf(ledger: Ledger, transition: string): { cells: Ask[]; shared: Ask[] } {
  const asks = asksOf(ledger, transition)
  const kinds = movesDays(ledger, transition) ? [...CELLS, 'text'] : CELLS
  const inCell = ({ key }: Ask) => kinds.includes(ledger.fields[key]?.kind ?? '')
  return { cells: asks.filter(inCell), shared: asks.filter((ask) => !inCell(ask)) }
}

/** True for a step that many items take each with an office or a new day of its own: it needs a row for each. */
export function wantsGrid(ledger: Ledger, transition: string): boolean {
  return (
    movesDays(ledger, transition) ||
    asksOf(ledger, transition).some(({ key }) => ['office', 'offices'].includes(ledger.fields[key]?.kind ?? ''))
  )
}

const movesDays = (ledger: Ledger, transition: string) => (ledger.transitions[transition]?.moves ?? []).length > 0

/** True when a row has all that has to be in it, and anything at all. */
export function isReady(cells: Ask[], values: Values = {}): boolean {
  const filled = ({ key }: Ask) => !isEmpty(values[key])
  return cells.some(filled) && cells.every((ask) => ask.optional || filled(ask))
}

/** Values put into the rows that have none in that cell; what somebody typed stays. */
export function filledDown(
  ids: string[],
  rows: Record<string, Values>,
  key: string,
  wanted: (id: string) => unknown,
): Record<string, Values> {
  const found = ids.flatMap((id): [string, Values][] => {
    const value = wanted(id)
    return isEmpty(rows[id]?.[key]) && !isEmpty(value) ? [[id, { ...rows[id], [key]: value }]] : []
  })
  return Object.fromEntries(found)
}

export const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
