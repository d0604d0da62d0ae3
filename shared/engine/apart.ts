import type { Ledger } from '../definition/ledger.ts'
import type { Data } from '../record.ts'

/** The data with no office in a list beside itself: whoever leads (`apart`) is not among those who help him, however he came to lead. */
export function heldApart({ fields }: Ledger, data: Data): Data {
  const next = { ...data }
  for (const [key, field] of Object.entries(fields)) {
    if (field.kind !== 'offices' || field.apart === undefined) continue
    const [alone, beside] = [data[field.apart.slice(1)], data[key]]
    if (typeof alone !== 'string' || !Array.isArray(beside) || !beside.some((id) => id === alone)) continue
    const others = beside.filter((id): id is string => typeof id === 'string' && id !== alone)
    if (others.length > 0) next[key] = others
    else delete next[key]
  }
  return next
}
