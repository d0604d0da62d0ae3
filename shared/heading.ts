import type { Field } from './definition/field.ts'
import type { Ledger } from './definition/ledger.ts'
import { isOneLine } from './definition/lines.ts'
import type { Lang } from './names.ts'
import type { LedgerRecord } from './record.ts'
import { manyLines, oneLine } from './text.ts'

/** The name of a record on pages and in mails: its first required text (of a long one the first words) or names, else its number, else the first words of its first text. */
export function heading(ledger: Ledger, record: Pick<LedgerRecord, 'data' | 'number' | 'id'>): string {
  const naming = namingField(ledger) ?? ''
  const main = record.data[naming]
  if (Array.isArray(main) && main.length > 0) return oneLine(main.join('、'))
  const field = ledger.fields[naming]
  if (field && main && typeof main === 'string')
    return headed(ledger, record.data, isOneLine(field) ? oneLine(main).replace(/。$/, '') : firstWords(main, 60))
  if (record.number) return record.number
  const first = openFields(ledger)
    .map(([key, { kind }]) => kind === 'text' && record.data[key])
    .find(Boolean)
  return typeof first === 'string' ? firstWords(first, 40) : record.id
}

/** A name with the words that stand around it where a choice of the record has some; what of them was entered with the name stands once. */
function headed({ spoken }: Ledger, data: LedgerRecord['data'], name: string): string {
  const words = spoken?.heads?.as[`${data[spoken.heads.by]}`]
  return words?.replace('{title}', () => `\n${name}\n`).replace(/(..+)?\n\1/g, '$1') ?? name
}

/** An item in one line, by number and heading: 2026-0147 幸福路排水管网改造. One that has no other name goes by its number, once. */
export function called({ number, heading }: { number?: string | undefined; heading?: string | undefined }): string {
  return [...new Set([number, heading])].filter(Boolean).join(' ')
}

/**
 * What an item is a part of, for where it stands alone: 交办 says little. Undefined for what stands by itself, and where its own heading says it already,
 * as a township's sheet for a training does.
 */
export function wholeCalled(
  { part }: Pick<Ledger, 'part'>,
  item: { heading: string },
  whole: { number?: string | undefined; heading: string } | undefined,
): string | undefined {
  return part && whole && !item.heading.includes(whole.heading) ? called(whole) : undefined
}

/** An item in one line behind what it is a part of: 审议2026-02 关于特种设备安全的报告：交办. */
export function calledIn(
  item: { number?: string | undefined; heading?: string | undefined },
  whole: string | undefined,
  lang: Lang = 'zh',
): string {
  return whole === undefined ? called(item) : `${whole}${lang === 'zh' ? '：' : ': '}${called(item)}`
}

/** The field that names a record: the first required text, deputies or names that nobody is kept from seeing. */
export function namingField(ledger: Ledger): string | undefined {
  return openFields(ledger).find(([, field]) => field.required && ['text', 'deputies', 'names'].includes(field.kind))?.[0]
}

function openFields(ledger: Ledger): [string, Field][] {
  return Object.entries(ledger.fields).filter(([, field]) => !field.seenBy && field.only !== 'event')
}

/** The first words of a longer text: up to its first sentence end, at most `max` characters. */
export function firstWords(text: string, max: number): string {
  const line = manyLines(text).split(/[\n。！？]/)[0] ?? ''
  const letters = [...oneLine(line)]
  return letters.length > max ? `${letters.slice(0, max - 1).join('')}…` : letters.join('')
}
