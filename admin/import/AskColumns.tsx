import { Box, Button, MenuItem, Select, Typography } from '@mui/material'
import { useState } from 'react'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { columnFields, IGNORE } from '../../shared/importing/meanings.ts'
import { usePanel } from '../panel.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { importWords } from '../words/imports.ts'
import type { Columns } from './job.ts'
import type { SeenSheet } from './SheetSeen.tsx'

type Props = { ledger: Ledger; headings: string[]; sheets: SeenSheet[]; name: string; other: () => void; say: (columns: Columns) => void }

/** Asks what the columns are that look like deadlines and are not understood. Days come first, since that is what they hold. */
export function AskColumns({ ledger, headings, sheets, name, other, say }: Props) {
  const { lang, words } = usePanel()
  const { and } = words.common
  const { ask, check } = importWords[lang]
  const [columns, setColumns] = useState<Columns>({})
  const fields = Object.entries(columnFields(ledger)).filter(([, field]) => !field.retired)
  const samples = (heading: string) =>
    [
      ...new Set(
        sheets.flatMap(({ columns }) => columns.filter((column) => column.heading === heading).flatMap((column) => column.samples)),
      ),
    ].slice(0, 3)
  const sorted = [...fields.filter(([, { kind }]) => kind === 'date'), ...fields.filter(([, { kind }]) => kind !== 'date')]
  return (
    <Sheet>
      <Typography color="text.secondary">{check.file(name)}</Typography>
      <Typography role="alert" sx={{ fontSize: '1.13rem', fontWeight: 700, my: 2 }}>
        {ask.title}
      </Typography>
      <Typography sx={{ mb: 3 }}>{ask.why}</Typography>
      {headings.map((heading, at) => (
        <Box key={heading} sx={{ mb: 3 }}>
          <Box component="label" htmlFor={`column-${at}`} sx={{ display: 'block', fontWeight: 600, mb: 1 }}>
            {heading}
          </Box>
          {samples(heading).length > 0 && (
            <Typography color="text.secondary" sx={{ mb: 1 }}>
              {ask.samples(samples(heading).join(and))}
            </Typography>
          )}
          <Select
            displayEmpty
            value={columns[heading] ?? ''}
            onChange={(event) => setColumns({ ...columns, [heading]: event.target.value })}
            inputProps={{ id: `column-${at}` }}
            SelectDisplayProps={{ 'aria-label': heading }}
            sx={{ minWidth: '16rem' }}
            MenuProps={{ slotProps: { paper: { sx: { maxHeight: '60vh' } } } }}
          >
            <MenuItem value="" disabled>
              {ask.choose}
            </MenuItem>
            {sorted.map(([key, { label }]) => (
              <MenuItem key={key} value={key}>
                {label[lang]}
              </MenuItem>
            ))}
            <MenuItem value={IGNORE}>{ask.ignore}</MenuItem>
          </Select>
        </Box>
      ))}
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', mt: 4 }}>
        <Button onClick={other}>{check.other}</Button>
        <Button variant="contained" disabled={headings.some((heading) => !columns[heading])} onClick={() => say(columns)}>
          {ask.go}
        </Button>
      </Box>
    </Sheet>
  )
}
