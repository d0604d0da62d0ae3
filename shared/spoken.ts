import type { Ledger } from './definition/ledger.ts'
import { namingField } from './heading.ts'
import type { Label } from './names.ts'
import { type About, about } from './words/sentence.ts'

/** How a sentence speaks of the items of a ledger: what they are called, and whether their headings are somebody's names. Letters of before have none. */
export type Spoken = Pick<About, 'ledger' | 'names'>

/** How sentences speak of the items of a ledger. */
export function spokenOf(ledger: Ledger): Spoken {
  const naming = namingField(ledger)
  return { ledger: ledger.label, ...(naming && ledger.fields[naming]?.kind !== 'text' ? { names: true } : {}) }
}

/** 代表建议 2026-0147《幸福路排水管网改造》, for sentences of mails and of the panel. What has neither number nor text is not called by its id. */
export function inSentence(record: { id: string; number?: string; heading: string }, spoken?: Spoken): Label {
  return about({ ...spoken, ...record, ledger: spoken?.ledger, heading: record.heading === record.id ? '' : record.heading })
}
