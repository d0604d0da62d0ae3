import { Box } from '@mui/material'
import type { ReactNode } from 'react'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { holds } from '../../../shared/engine/holds.ts'
import type { Data, LedgerRecord } from '../../../shared/record.ts'
import { FieldBox } from '../../fields/FieldBox.tsx'
import { usePanel } from '../../panel.ts'
import { isShort } from '../columns.ts'
import { keptFromMost } from './exposed.ts'
import type { Answers } from './useAnswers.ts'

type Props = {
  ledger: Ledger
  fields: string[]
  answers: Answers
  /** What stands below a field, by its key. */
  below?: Record<string, ReactNode>
}

/** A text of fewer characters fits into half a row. */
const LINE = 100

/** The questions of a ledger's form: long ones across, short ones side by side. A conditional one appears below what brought it. */
export function FormFields({ ledger, fields, answers, below = {} }: Props) {
  const { today, scope, lang, words } = usePanel()
  const shown = fields.filter((key) => isShown(ledger, key, answers.values, today, scope.person))
  return (
    <Box sx={{ display: 'grid', gap: 4, columnGap: 6, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(0, 1fr)' } }}>
      {shown.map((key) => {
        const field = ledger.fields[key]
        if (!field) return null
        const better = keptFromMost(ledger, shown, key, answers.values[key]).map((each) => ledger.fields[each]?.label[lang] ?? each)
        const wide = !isShort(field) || (field.kind === 'text' && (field.max ?? LINE) >= LINE)
        return (
          <Box key={key} sx={wide ? { gridColumn: '1 / -1' } : {}}>
            <FieldBox
              name={key}
              field={field}
              value={answers.values[key]}
              change={answers.set}
              error={answers.errors[key]}
              required={field.required ?? false}
              all={answers.values}
            />
            {better.length > 0 && <Box sx={{ mt: 1, fontSize: '0.87rem' }}>{words.form.exposed(better.join(words.common.and))}</Box>}
            {below[key]}
          </Box>
        )
      })}
    </Box>
  )
}

/** Whether the conditions of a field hold for what has been filled in so far. */
export function isShown(ledger: Ledger, key: string, values: Record<string, unknown>, today: string, person: string): boolean {
  const when = ledger.fields[key]?.shownWhen
  if (!when) return true
  const record = { duties: [], took: {}, state: ledger.initial, data: {} } as unknown as LedgerRecord
  return holds(when, { record, data: values as Data, kin: { children: [], phases: () => undefined }, today, person })
}

/** The order of a form: as declared, long texts first after the heading, attachments last. */
export function inFormOrder(ledger: Ledger, fields: string[]): string[] {
  const declared = Object.keys(ledger.fields).filter((key) => fields.includes(key))
  return [
    ...declared.filter((key) => ledger.fields[key]?.kind !== 'files'),
    ...declared.filter((key) => ledger.fields[key]?.kind === 'files'),
  ]
}
