import type { Ledger } from './ledger.ts'
import type { LedgerRecord } from './record.ts'

/** The name of a record on pages and in mails: its first required text or names, else its number, else the first words of its first text. */
export function heading(ledger: Ledger, record: Pick<LedgerRecord, 'data' | 'number' | 'id'>): string {
  const open = Object.entries(ledger.fields).filter(([, field]) => !field.seenBy && field.only !== 'event')
  const required = open.find(([, field]) => field.required && ['text', 'deputies', 'names'].includes(field.kind))
  const main = required && record.data[required[0]]
  if (Array.isArray(main) && main.length > 0) return main.join('、')
  if (typeof main === 'string' && main !== '') return main
  if (record.number) return record.number
  const texts = open.filter(([, field]) => field.kind === 'text')
  const first = texts.map(([key]) => record.data[key]).find((value) => typeof value === 'string' && value !== '')
  return typeof first === 'string' ? firstWords(first, 40) : record.id
}

/** The first words of a longer text: up to its first sentence end, at most `max` characters. */
export function firstWords(text: string, max: number): string {
  const line = text.trim().split(/[\n。！？]/)[0] ?? ''
  const letters = [...line.trim()]
  return letters.length > max ? `${letters.slice(0, max - 1).join('')}…` : letters.join('')
}
