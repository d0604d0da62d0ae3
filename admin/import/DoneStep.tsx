import { Box, Button, Typography } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { askAllAnew } from '../api.ts'
import { usePanel } from '../panel.ts'
import { writeNumber } from '../parts/number.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { importWords } from '../words/imports.ts'
import { FaultTable } from './FaultTable.tsx'
import { isOpen, type Job } from './job.ts'
import { undoneOf } from './past.ts'
import { UndoDialog } from './UndoDialog.tsx'

/** What came of it, with the way to what was imported: the list with the latest changes first. */
export function DoneStep({ ledger, job, again }: { ledger: Ledger; job: Job; again: () => void }) {
  const { lang } = usePanel()
  const words = importWords[lang]
  const client = useQueryClient()
  const [undoing, setUndoing] = useState(false)
  // Lists, counts and figures that were loaded before know nothing of these rows.
  useEffect(() => void askAllAnew(client, '/imports/'), [client])
  const { created, updated, state } = job
  const parts = [created > 0 && words.done.created(writeNumber(created)), updated > 0 && words.done.updated(writeNumber(updated))].filter(
    Boolean,
  )
  const undone = isOpen(job) ? words.past.undoing : undoneOf(job, job.undone ?? 0, job.left?.length ?? 0, words.past)
  const latest = new URLSearchParams({ filter: '{}', sort: 'updatedAt', order: 'DESC', page: '1' })
  return (
    <Sheet>
      <Typography role="status" sx={{ fontSize: '1.13rem', fontWeight: 700, mb: 3 }}>
        {state === 'done'
          ? job.undo
            ? undone
            : `${words.done.said}${parts.join(words.done.and) || words.done.nothing}${words.done.stop}`
          : words.done.refused}
      </Typography>
      {state === 'done' && job.rejected.length > 0 && (
        <Typography sx={{ mb: 2 }}>{words.done.overtaken(writeNumber(job.wrong))}</Typography>
      )}
      {job.rejected.length > 0 && <FaultTable ledger={ledger} faults={job.rejected} />}
      <Box sx={{ display: 'flex', gap: 2, mt: 2 }}>
        {state === 'done' && (
          <Button component={Link} to={`/${ledger.key}?${latest}`} variant="contained">
            {words.done.see}
          </Button>
        )}
        <Button onClick={again}>{words.done.again}</Button>
        {state === 'done' && created + updated > 0 && !job.undo && <Button onClick={() => setUndoing(true)}>{words.past.undo}</Button>}
      </Box>
      {undoing && <UndoDialog id={job.id} changes={job} close={() => setUndoing(false)} />}
    </Sheet>
  )
}
