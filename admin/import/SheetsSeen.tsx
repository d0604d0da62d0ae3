import { Box, Button, Typography } from '@mui/material'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { usePanel } from '../panel.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { seenWords } from '../words/import-seen.ts'
import { importWords } from '../words/imports.ts'
import type { Columns, Fault, HeadingRows, Values } from './job.ts'
import { type SeenSheet, SheetSeen } from './SheetSeen.tsx'

/** What a person says of a file: what its columns are, where its headings stand, and what its cells mean. */
export type PutRight = { say: (columns: Columns) => void; mark: (rows: HeadingRows) => void; mean: (values: Values) => void }
type Props = { ledger: Ledger; sheets: SeenSheet[]; faults: Fault[]; put: PutRight; values?: Values | undefined }

/** The first tabs of a file as they stand there; folded where all of it was understood. */
export function SheetsSeen({ ledger, sheets, faults, put, values }: Props) {
  const { lang } = usePanel()
  const shown = sheets.filter(({ first }) => first.length > 0)
  if (shown.length === 0) return null
  const clear = faults.length === 0 && shown.every(({ columns }) => columns.every(({ path }) => path !== undefined))
  return (
    <Box component="details" open={!clear} sx={{ mb: 3 }}>
      <Box component="summary" sx={{ cursor: 'pointer', minHeight: '1.5rem', mb: 1, fontWeight: 600 }}>
        {seenWords[lang].title}
      </Box>
      {shown.map((sheet) => (
        <SheetSeen
          key={`${sheet.name} ${sheet.heading} ${sheet.columns[0]?.at}`}
          ledger={ledger}
          sheet={sheet}
          faults={faults}
          values={values}
          say={put.say}
          mark={put.mark}
        />
      ))}
    </Box>
  )
}

type UnreadProps = Omit<Props, 'faults' | 'values'> & { sentences: string[]; name: string; other: () => void }

/** A file in which no register was found: its sender says what is what. */
export function Unread({ ledger, sheets, sentences, name, other, put }: UnreadProps) {
  const { lang } = usePanel()
  const { check } = importWords[lang]
  return (
    <Sheet>
      <Typography color="text.secondary">{check.file(name)}</Typography>
      <Box role="alert" sx={{ fontWeight: 700, my: 2 }}>
        {sentences.map((sentence) => (
          <div key={sentence}>{sentence}</div>
        ))}
      </Box>
      {sheets.map((sheet) => (
        <SheetSeen key={sheet.name} ledger={ledger} sheet={sheet} faults={[]} say={put.say} mark={put.mark} />
      ))}
      <Button onClick={other}>{check.other}</Button>
    </Sheet>
  )
}
