import { Typography } from '@mui/material'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { usePanel } from '../panel.ts'
import { writeNumber } from '../parts/number.ts'
import { countyWords } from '../words/county.ts'
import type { Answer } from './figures.ts'

/** What the ledger's report adds up, in one sentence: money, sites, people. Nothing where it adds nothing up. */
export function Sums({ ledger, figures }: { ledger: Ledger; figures: Answer | undefined }) {
  const { lang } = usePanel()
  const parts = (ledger.report?.sums ?? []).flatMap((key) => {
    const field = ledger.fields[key]
    const sum = figures?.total.sums[key]
    if (!field || sum === undefined || sum === 0) return []
    const unit = field.kind === 'number' && field.unit ? ` ${field.unit[lang]}` : ''
    return [`${field.label[lang]} ${writeNumber(Math.round(sum * 100) / 100)}${unit}`]
  })
  if (parts.length === 0) return null
  return <Typography sx={{ mb: 4 }}>{countyWords[lang].sums(parts)}</Typography>
}
