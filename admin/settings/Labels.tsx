import { Box, OutlinedInput, Typography } from '@mui/material'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Label } from '../../shared/names.ts'
import { usePanel } from '../panel.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { designer } from '../words/designer.ts'
import { withValue } from './amounts.ts'

/** What the county calls things, in both languages: fields, states, steps, duties. */
export function Labels({ ledger, change }: { ledger: Ledger; change: (next: Ledger) => void }) {
  const { lang } = usePanel()
  const said = designer[lang]
  const groups: [string, string, Record<string, { label: Label }>][] = [
    ['states', said.state, ledger.states],
    ['transitions', said.step, ledger.transitions],
    ['duties', said.duty, ledger.duties],
    ['fields', said.field, ledger.fields],
  ]
  return (
    <Sheet title={said.labels}>
      {groups.map(([part, title, named]) => (
        <Box component="details" key={part} sx={{ mb: 2 }}>
          <Box component="summary" sx={{ cursor: 'pointer', fontWeight: 600, py: 1 }}>
            {`${title} ${Object.keys(named ?? {}).length}`}
          </Box>
          <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '10rem 1fr 1fr' }, gap: 2, alignItems: 'center' }}>
            {Object.entries(named ?? {}).map(([key, { label }]) => (
              <Box key={key} sx={{ display: 'contents' }}>
                <Typography component="span" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
                  {key}
                </Typography>
                {(['zh', 'en'] as const).map((each) => (
                  <OutlinedInput
                    key={each}
                    value={label[each]}
                    onChange={(event) => change(withValue(ledger, [part, key, 'label', each], event.target.value))}
                    inputProps={{ 'aria-label': `${title} ${key} ${each === 'zh' ? said.chinese : said.english}`, lang: each }}
                  />
                ))}
              </Box>
            ))}
          </Box>
        </Box>
      ))}
    </Sheet>
  )
}
