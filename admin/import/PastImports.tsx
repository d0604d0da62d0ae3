import { Button, Link as MuiLink, Typography } from '@mui/material'
import { useState } from 'react'
import { usePanel } from '../panel.ts'
import { cardsOnPhone } from '../parts/cards-on-phone.ts'
import { DataTable, oneLine } from '../parts/DataTable.tsx'
import { InstantText } from '../parts/DayText.tsx'
import { InlineButton } from '../parts/InlineButton.tsx'
import { writeNumber } from '../parts/number.ts'
import { actorName } from '../parts/office.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { importWords } from '../words/imports.ts'
import { type Past, undoneOf, usePast } from './past.ts'
import { UndoDialog } from './UndoDialog.tsx'

/** Which files were imported, when and by whom, what they did, the file again, and the way back. */
export function PastImports() {
  const { lang, ledgers, offices, me } = usePanel()
  const words = importWords[lang].past
  const past = usePast()
  const [undoing, setUndoing] = useState<Past | null>(null)
  const all = past.data ?? []
  if (all.length === 0) return null
  return (
    <Sheet title={words.title} flush>
      <DataTable
        group={words.title}
        unbroken
        hover
        sx={cardsOnPhone}
        rows={all}
        id={({ id }) => id}
        columns={[
          { label: words.when, sx: oneLine, cell: ({ at }) => <InstantText at={at} /> },
          { label: words.who, cell: ({ by }) => (by.id === me.id ? words.me : actorName(offices, by, lang)) },
          {
            label: words.file,
            sx: { minWidth: '9rem', overflowWrap: 'anywhere' },
            cell: ({ id, file, name, ledger }) => (
              <>
                {file ? <MuiLink href={`/api/imports/${id}/file`}>{name}</MuiLink> : name}
                <Typography color="text.secondary" sx={{ fontSize: '0.93rem' }}>
                  {ledgers.find(({ key }) => key === ledger)?.label[lang] ?? ledger}
                </Typography>
              </>
            ),
          },
          { label: words.did, sx: { minWidth: '9rem' }, cell: (each) => didOf(each, words) },
          {
            label: '',
            sx: oneLine,
            cell: (each) => each.may.undo && <InlineButton onClick={() => setUndoing(each)}>{words.undo}</InlineButton>,
          },
        ]}
      />
      {past.hasNextPage && (
        <Button variant="text" disabled={past.isFetchingNextPage} onClick={() => void past.fetchNextPage()}>
          {words.more}
        </Button>
      )}
      {undoing && <UndoDialog id={undoing.id} changes={undoing} close={() => setUndoing(null)} />}
    </Sheet>
  )
}

function didOf(past: Past, words: (typeof importWords)['zh']['past']): string {
  const { state, created, updated, undo, undone = 0, left = 0 } = past
  if (state === 'refused') return words.refused
  if (state !== 'done') return words.running
  if (undo?.state === 'running') return words.undoing
  if (undo) return undoneOf(past, undone, left, words)
  return created + updated === 0 ? words.nothing : words.counts(writeNumber(created), writeNumber(updated))
}
