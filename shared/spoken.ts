import type { Ledger } from './definition/ledger.ts'
import { namingField } from './heading.ts'
import type { Label } from './names.ts'
import { type About, about } from './words/sentence.ts'

/** How a sentence speaks of the items of a ledger: what they are called, and whether their headings are names, and whose. Letters of before have none. */
export type Spoken = Pick<About, 'ledger' | 'names' | 'quoted'>

/** How sentences speak of the items of a ledger. */
export function spokenOf(ledger: Ledger): Spoken {
  const naming = namingField(ledger)
  if (naming && ledger.fields[naming]?.kind !== 'text') return { ledger: ledger.label, names: true }
  return { ledger: ledger.label, ...(ledger.spoken?.title ? {} : { quoted: true }) }
}

/** The word by which Chinese counts the items of a ledger; of several, or of one that says nothing, 件. */
export const measureOf = (ledger?: Pick<Ledger, 'spoken'>): string => ledger?.spoken?.measure ?? '件'

/** 代表建议 2026-0147《幸福路排水管网改造》, for sentences of mails and of the panel. What has neither number nor text is not called by its id. */
export function inSentence(record: { id: string; number?: string; heading: string }, spoken?: Spoken): Label {
  return about({ ...spoken, ...record, ledger: spoken?.ledger, heading: record.heading === record.id ? '' : record.heading })
}

/** A heading that stands alone in a sentence: a title in 《》, a name as it is. */
export function titled(heading: string, ledger?: Pick<Ledger, 'spoken'>): Label {
  return { zh: ledger?.spoken?.title ? about({ heading }).zh : heading, en: heading }
}
