import type { Ledger } from '../definition/ledger.ts'
import type { LedgerRecord } from '../record.ts'

type Numbered = Pick<LedgerRecord, 'year' | 'term' | 'session' | 'township' | 'data'>

/** The sequence that a record's number comes from: one for each combination of the ledger's `per`. */
export function sequenceOf(ledger: Ledger, record: Numbered): string {
  return (ledger.number?.per ?? []).map((part) => `${part.replace('@', '')}:${perValue(part, record)}`).join('/') || 'all'
}

function perValue(part: string, record: Numbered): string {
  if (part === 'year') return String(record.year)
  if (part === 'term') return String(record.term ?? 0)
  if (part === 'session') return `${record.term ?? 0}-${record.session ?? 0}`
  if (part === 'township') return record.township ?? 'county'
  return String(record.data[part.slice(1)] ?? 'none')
}

/** Writes a number by the ledger's format, `{year}-{seq:4}`: seq is filled with zeros to its width and grows beyond it. */
export function formatNumber(ledger: Ledger, record: Numbered, seq: number): string {
  const parts: Record<string, string> = {
    year: String(record.year),
    term: String(record.term ?? 0),
    session: String(record.session ?? 0),
    township: record.township ?? 'county',
  }
  return (ledger.number?.format ?? '{seq}').replace(/\{(\w+)(?::(\d+))?\}/g, (_, name: string, width?: string) =>
    name === 'seq' ? String(seq).padStart(Number(width ?? 1), '0') : (parts[name] ?? ''),
  )
}

/** The sequence number in a number that fits the format for this record, as when a register is imported; null when it does not fit. */
export function readSequence(ledger: Ledger, record: Numbered, number: string): number | null {
  const [before, after] = split(ledger, record)
  if (number.length < before.length + after.length || !number.startsWith(before) || !number.endsWith(after)) return null
  const middle = number.slice(before.length, number.length - after.length)
  return /^\d{1,9}$/.test(middle) ? Number(middle) : null
}

function split(ledger: Ledger, record: Numbered): [string, string] {
  const mark = '\u0000'
  const format = (ledger.number?.format ?? '{seq}').replace(/\{seq(?::\d+)?\}/, mark)
  const [before = '', after = ''] = formatNumber({ ...ledger, number: { format, per: [] } }, record, 0).split(mark)
  return [before, after]
}
