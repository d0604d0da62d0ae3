import { Box, OutlinedInput, Typography } from '@mui/material'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Label } from '../../shared/names.ts'
import { usePanel } from '../panel.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { designer } from '../words/designer.ts'
import { withValue } from './amounts.ts'

/** What the county calls things: fields, states, steps, duties, in the language in which one works. A name that was the same in both stays so. */
type Part = 'states' | 'transitions' | 'duties' | 'fields'
type Named = Record<string, { label: Label }>
type Props = { ledger: Ledger; before: Ledger; change: (next: Ledger) => void }

export function Labels({ ledger, before, change }: Props) {
  const { lang } = usePanel()
  const said = designer[lang]
  const groups: [Part, string][] = [
    ['states', said.state],
    ['transitions', said.step],
    ['duties', said.duty],
    ['fields', said.field],
  ]
  const name = (part: Part, key: string, { zh, en }: Label, text: string) =>
    change(withValue(ledger, [part, key, 'label'], zh === en ? { zh: text, en: text } : { zh, en, [lang]: text }))
  return (
    <Sheet title={said.labels}>
      {groups.map(([part, title]) => (
        <Box component="details" key={part} sx={{ mb: 2 }}>
          <Box component="summary" sx={{ cursor: 'pointer', fontWeight: 600, py: 1 }}>
            {`${title} ${Object.keys(ledger[part] ?? {}).length}`}
          </Box>
          <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '16rem minmax(0, 24rem)' }, gap: 2, alignItems: 'center' }}>
            <span>{said.now}</span>
            <span>{said.named}</span>
            {Object.entries((ledger[part] ?? {}) as Named).map(([key, { label }]) => (
              <Box key={key} sx={{ display: 'contents' }}>
                <Typography component="span" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
                  {(before[part] as Named)[key]?.label[lang] ?? label[lang]}
                </Typography>
                <OutlinedInput
                  value={label[lang]}
                  onChange={(event) => name(part, key, label, event.target.value)}
                  inputProps={{ 'aria-label': `${title} ${(before[part] as Named)[key]?.label[lang] ?? label[lang]}` }}
                />
              </Box>
            ))}
          </Box>
        </Box>
      ))}
    </Sheet>
  )
}
