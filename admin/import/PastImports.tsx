import { Box, Button, Link as MuiLink, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material'
import { useState } from 'react'
import { usePanel } from '../panel.ts'
import { InstantText } from '../parts/DayText.tsx'
import { InlineButton } from '../parts/InlineButton.tsx'
import { writeNumber } from '../parts/number.ts'
import { actorName } from '../parts/office.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { importWords } from '../words/imports.ts'
import { type Past, usePast } from './past.ts'
import { UndoDialog } from './UndoDialog.tsx'

/** Which files were imported, when and by whom, what they did, the file again, and the way back. */
export function PastImports() {
  const { lang, ledgers, offices, me } = usePanel()
  const words = importWords[lang].past
  const past = usePast()
  const [undoing, setUndoing] = useState<Past | null>(null)
  const all = past.data?.pages.flatMap(({ data }) => data) ?? []
  if (all.length === 0) return null
  return (
    <Sheet title={words.title} flush>
      <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={words.title}>
        <Table size="small">
          <TableHead>
            <TableRow>
              {[words.when, words.who, words.file, words.did].map((label) => (
                <TableCell key={label} sx={{ whiteSpace: 'nowrap' }}>
                  {label}
                </TableCell>
              ))}
              <TableCell />
            </TableRow>
          </TableHead>
          <TableBody>
            {all.map((each) => (
              <TableRow key={each.id} hover>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>
                  <InstantText at={each.at} />
                </TableCell>
                <TableCell>{each.by.id === me.id ? words.me : actorName(offices, each.by, lang)}</TableCell>
                <TableCell sx={{ minWidth: '9rem', overflowWrap: 'anywhere' }}>
                  {each.file ? <MuiLink href={`/api/imports/${each.id}/file`}>{each.name}</MuiLink> : each.name}
                  <Typography color="text.secondary" sx={{ fontSize: '0.93rem' }}>
                    {ledgers.find(({ key }) => key === each.ledger)?.label[lang] ?? each.ledger}
                  </Typography>
                </TableCell>
                <TableCell sx={{ minWidth: '9rem' }}>{didOf(each, words)}</TableCell>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>
                  {each.may.undo && <InlineButton onClick={() => setUndoing(each)}>{words.undo}</InlineButton>}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
      {past.hasNextPage && (
        <Button variant="text" disabled={past.isFetchingNextPage} onClick={() => void past.fetchNextPage()}>
          {words.more}
        </Button>
      )}
      {undoing && <UndoDialog id={undoing.id} changes={undoing.created + undoing.updated} close={() => setUndoing(null)} />}
    </Sheet>
  )
}

function didOf(past: Past, words: (typeof importWords)['zh']['past']): string {
  const { state, created, updated, undo, undone = 0, left = 0 } = past
  if (state === 'refused') return words.refused
  if (state !== 'done') return words.running
  if (undo?.state === 'running') return words.undoing
  if (undo) return left > 0 ? words.undoneBut(writeNumber(undone), writeNumber(left)) : words.undone(writeNumber(undone))
  return created + updated === 0 ? words.nothing : words.counts(writeNumber(created), writeNumber(updated))
}
