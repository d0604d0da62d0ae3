import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Paper } from '../../shared/definition/paper.ts'
import { countedRates } from '../../shared/papers/counted.ts'

/** The fields of the record that stand in a paper; a timeline tells what was said in every step. */
export function fieldsIn({ blocks }: Paper, { fields, report }: Ledger): string[] {
  const text = JSON.stringify([blocks, countedRates({ blocks }).map((key) => report?.rates?.[key])])
  const spoken = text.includes('"timeline"')
  return Object.entries(fields).flatMap(([key, { only }]) =>
    (spoken && only === 'event') || new RegExp(`[@"]${key}[^a-zA-Z0-9-]`).test(text) ? [key] : [],
  )
}
