import { Box, Button, LinearProgress, Link as MuiLink, Typography } from '@mui/material'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { writeDay } from '../../shared/deadline/days.ts'
import { called } from '../../shared/heading.ts'
import type { Label } from '../../shared/names.ts'
import { useSayDone } from '../accounts/accounts.ts'
import { askAnew, useAsked } from '../api.ts'
import { request } from '../http.ts'
import { usePanel } from '../panel.ts'
import { DataTable, oneLine } from '../parts/DataTable.tsx'
import { writeNumber } from '../parts/number.ts'
import { OfficeName } from '../parts/OfficeName.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { calendarWords } from '../words/calendar.ts'

type Move = {
  record: { ledger: string; id: string; number?: string; heading: string }
  duty: { id: string; label: Label }
  holder: { kind: 'county' | 'township' | 'unit' | 'deputy' | 'person'; id: string }
  from: string
  to: string
}
type Moves = { data: Move[]; total: number; settled: number }
type Taken = { moved: number; settled: number; left: number }

/** Which open duties a change of the calendar moves, and the approval that moves them. `version`: of the settings, so that a change is looked at anew. */
export function DayMoves({ version }: { version: number }) {
  const { lang } = usePanel()
  const words = calendarWords[lang]
  const [wanted, setWanted] = useState<number>()
  const moves = useAsked<Moves>('/day-moves', { of: version, enabled: wanted === version })
  const take = useTaking()
  const found = wanted === version ? moves.data : undefined
  return (
    <Sheet title={words.movesTitle}>
      <Typography color="text.secondary" sx={{ mb: 3, maxWidth: '44rem' }}>
        {words.movesHelp}
      </Typography>
      {!found && (
        <Button variant="outlined" disabled={moves.isFetching} onClick={() => setWanted(version)}>
          {moves.isFetching ? words.looking : words.look}
        </Button>
      )}
      {moves.isError && (
        <Typography role="alert" sx={{ color: 'error.main', mt: 2 }}>
          {words.movesFailed}
        </Typography>
      )}
      {found && (
        <Box role="status" sx={{ fontWeight: 600, mb: 2 }}>
          {found.total === 0 && found.settled === 0
            ? words.movesNone
            : words.movesFound(writeNumber(found.total), writeNumber(found.settled))}
        </Box>
      )}
      {found && found.data.length > 0 && <MoveTable moves={found} />}
      {found && found.total + found.settled > 0 && (
        <Button variant="contained" disabled={take.isPending} onClick={() => take.mutate()} sx={{ mt: 2 }}>
          {found.total > 0 ? words.moveAll(writeNumber(found.total)) : words.settleAll}
        </Button>
      )}
      {take.isPending && <LinearProgress aria-label={words.moving} sx={{ mt: 2 }} />}
    </Sheet>
  )
}

/** Asks until nothing is left: a request moves as many as its time allows. */
function useTaking() {
  const { lang } = usePanel()
  const words = calendarWords[lang]
  const client = useQueryClient()
  const { done, failed } = useSayDone()
  return useMutation({
    mutationFn: async () => {
      let moved = 0
      for (let left = 1; left > 0; ) {
        const taken = await request<Taken>('/day-moves', { method: 'POST' })
        moved += taken.moved
        left = taken.left
      }
      return moved
    },
    onSuccess: (moved) => done(words.movesDone(writeNumber(moved))),
    onError: failed,
    onSettled: () => askAnew(client, '/day-moves'),
  })
}

function MoveTable({ moves: { data, total } }: { moves: Moves }) {
  const { lang, today } = usePanel()
  const words = calendarWords[lang]
  const day = (at: string) => writeDay(at, lang, { year: 'auto', today })
  return (
    <>
      <DataTable
        rows={data}
        id={({ record, duty }) => `${record.id} ${duty.id}`}
        columns={[
          {
            label: words.item,
            cell: ({ record }) => (
              <MuiLink component={Link} to={`/${record.ledger}/${record.id}/show`}>
                {called(record)}
              </MuiLink>
            ),
          },
          { label: words.duty, cell: ({ duty }) => duty.label[lang] },
          { label: words.who, cell: ({ holder }) => <OfficeName {...holder} /> },
          { label: words.was, sx: oneLine, cell: ({ from }) => day(from) },
          { label: words.becomes, sx: { ...oneLine, fontWeight: 600 }, cell: ({ to }) => day(to) },
        ]}
      />
      {total > data.length && <Typography sx={{ mt: 2 }}>{words.movesMore(writeNumber(total - data.length))}</Typography>}
    </>
  )
}
