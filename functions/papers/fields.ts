import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Paper } from '../../shared/definition/paper.ts'

/** The fields of the record that stand in a paper; a timeline tells what was said in every step. */
export function fieldsIn({ blocks }: Paper, { fields }: Ledger): string[] {
  const text = JSON.stringify(blocks)
  const spoken = text.includes('"timeline"')
  return Object.entries(fields).flatMap(([key, { only }]) =>
    (spoken && only === 'event') || new RegExp(`[@"]${key}[^a-zA-Z0-9-]`).test(text) ? [key] : [],
  )
}
