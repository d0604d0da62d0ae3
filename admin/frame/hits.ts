import type { Shown } from '../data.ts'

/** One line below the search: a record that was found, or a word that was looked for before (`again`). */
export type Hit = { key: string; label: string; sub?: string; number?: string; to?: string; again?: string }

/** Records found as lines: what they are called, and where they stand. */
export function hitsOf(records: Shown[], label: (ledger: string) => string): Hit[] {
  return records.map(({ ledger, id, heading, number }) => ({
    key: id,
    label: heading,
    sub: [number, label(ledger)].filter(Boolean).join(' · '),
    to: `/${ledger}/${id}/show`,
    ...(number ? { number } : {}),
  }))
}

/** Words looked for before, newest first. */
export function againOf(last: string[]): Hit[] {
  return last.map((word) => ({ key: `again-${word}`, label: word, again: word }))
}
