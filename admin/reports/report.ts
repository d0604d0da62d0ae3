import type { Label } from '../../shared/names.ts'

/** A report as the server tells it. */
export type Report = {
  id: string
  ledger: string
  paper: string
  label: Label
  day: string
  by: { name: string }
  name: string
  count: number
  number?: { word: string; year: number; no: number }
}
export type Item = {
  id: string
  /** Where it is another than that of the report. */
  ledger?: string
  number?: string
  heading: string
  state: string
  version: number
  by: { [field: string]: string[] }
  changed: boolean
}
export type WholeReport = Report & {
  of: Item[]
  since?: { id: string; day: string; added: string[]; gone: Pick<Item, 'id' | 'ledger' | 'number' | 'heading'>[]; changed: string[] }
}

export const numberOf = ({ number }: Report): string => (number ? `${number.word}〔${number.year}〕${number.no}号` : '')
