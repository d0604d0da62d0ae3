import { same } from '../canonical.ts'
import type { Ledger } from '../definition/ledger.ts'
import { kept } from '../engine/kept.ts'
import type { Data, Value } from '../record.ts'

/** A field that both sides changed since the file was exported: what it was, what stands now, what the file says. Null is empty. */
export type Clash = { field: string; base: Value; theirs: Value; mine: Value }

/**
 * Merges a row of an exported file into its record, cell by cell: what the file says (`mine`, null for an emptied cell), the record as it was exported (`base`) and as it
 * is now. Answers what of the file is to be taken, with what stood there, and the fields that both sides changed to something else.
 */
export function merge(ledger: Ledger, mine: Data, base: Data, now: Data): { taken: Data; stood: Data; clashes: Clash[] } {
  const merged: { taken: Data; stood: Data; clashes: Clash[] } = { taken: {}, stood: {}, clashes: [] }
  for (const [field, said] of Object.entries(mine)) {
    const rule = ledger.fields[field]
    if (!rule) continue
    const [was, is] = [kept(rule, base[field]), kept(rule, now[field])]
    const wanted = kept(rule, said)
    if (same(wanted, was) || same(wanted, is)) continue
    if (!same(is, was)) merged.clashes.push({ field, base: was, theirs: is, mine: wanted })
    else {
      merged.taken[field] = wanted
      merged.stood[field] = is
    }
  }
  return merged
}

/** The fields of a planned row that somebody has changed since it was checked (`stood`), and not to what the row says. */
export function overtaken(ledger: Ledger, said: Data, stood: Data, now: Data): string[] {
  return Object.keys(stood).filter((field) => {
    const rule = ledger.fields[field]
    return rule !== undefined && ![stood[field], said[field]].some((value) => same(kept(rule, now[field]), kept(rule, value)))
  })
}
