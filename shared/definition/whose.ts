import type { Effects, Ledger } from './ledger.ts'

/** The fields of a ledger whose deputies its steps make something about on another one (`whose`), each with those ledgers; not whose file the record is. */
export function aboutDeputies(ledger: Ledger, ledgers: Ledger[]): { field: string; on: Ledger[] }[] {
  const effects: Effects[] = Object.values(ledger.transitions).flatMap((move) => [move, ...(move.branches ?? [])])
  const found = [ledger.born ?? {}, ...effects].flatMap(({ creates = [] }) =>
    creates.flatMap((rule) => {
      const on = ledgers.find(({ key }) => key === rule.ledger)
      const fill = on?.whose === undefined ? undefined : rule.fill?.[on.whose.slice(1)]
      const field = fill === 'each' ? rule.for : fill
      return on && typeof field === 'string' && field.startsWith('@') ? [{ field: field.slice(1), on }] : []
    }),
  )
  const fields = [...new Set(found.map(({ field }) => field))].filter((field) => field !== ledger.register)
  return fields.map((field) => ({ field, on: [...new Set(found.flatMap((one) => (one.field === field ? [one.on] : [])))] }))
}
