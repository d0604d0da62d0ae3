import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, LinearProgress, Link as MuiLink, Typography } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { called } from '../../shared/heading.ts'
import { askAllAnew, told } from '../api.ts'
import { usePanel } from '../panel.ts'
import { writeNumber } from '../parts/number.ts'
import { sentenceOf } from '../sign/sentence.ts'
import { importWords } from '../words/imports.ts'
import { isOpen, type Job, useJob } from './job.ts'
import { kindsOf, undoImport, undoneOf } from './past.ts'

const SHOWN = 100

/** Asks before an import is taken back, shows how far that is, and what was left and why. */
export function UndoDialog({ id, changes, close }: { id: string; changes: Pick<Job, 'created' | 'updated'>; close: () => void }) {
  const { lang, words: panel } = usePanel()
  const words = importWords[lang].past
  const client = useQueryClient()
  const [begun, setBegun] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState('')
  const polled = useJob(begun ? id : null)
  const job = begun ? polled.data : undefined
  const done = job !== undefined && !isOpen(job)
  // Lists, counts and figures that were loaded before know nothing of it.
  useEffect(() => {
    if (done) void askAllAnew(client, '/imports/')
  }, [client, done])
  const go = async () => {
    setBusy(true)
    try {
      // What was known of the import before knows nothing of it being taken back.
      told(client, `/imports/${id}`, await undoImport(id))
      setBegun(true)
    } catch (error) {
      setFault(sentenceOf(error, panel))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog open onClose={busy ? undefined : close} aria-labelledby="undo-title" maxWidth="sm" fullWidth>
      <DialogTitle id="undo-title">{words.ask}</DialogTitle>
      <DialogContent>
        {!job && <Typography>{words.what(...kindsOf(changes))}</Typography>}
        {fault && (
          <Typography role="alert" color="error" sx={{ mt: 2 }}>
            {fault}
          </Typography>
        )}
        {(busy || (job && !done)) && <Progress job={job} />}
        {job && done && <Outcome job={job} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={close} autoFocus disabled={busy}>
          {job ? panel.common.close : words.keep}
        </Button>
        {!job && (
          <Button variant="contained" color="error" disabled={busy} onClick={() => void go()}>
            {words.undo}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}

function Progress({ job }: { job: Job | undefined }) {
  const { lang } = usePanel()
  const words = importWords[lang].past
  const { done = 0, of = 0 } = job?.undo?.progress ?? {}
  const text = of > 0 ? words.counted(writeNumber(done), writeNumber(of)) : words.undoing
  return (
    <Box role="status" sx={{ mt: 3 }}>
      <Typography sx={{ mb: 2 }}>{text}</Typography>
      <LinearProgress aria-label={text} {...(of > 0 ? { variant: 'determinate' as const, value: (done / of) * 100 } : {})} />
    </Box>
  )
}

function Outcome({ job }: { job: Job }) {
  const { lang } = usePanel()
  const words = importWords[lang].past
  const left = job.left ?? []
  return (
    <Box role="status">
      <Typography>{undoneOf(job, job.undone ?? 0, left.length, words)}</Typography>
      {left.length > 0 && (
        <>
          <Typography sx={{ mt: 2, fontWeight: 600 }}>{words.leftHead(writeNumber(left.length))}</Typography>
          <Box component="ul" sx={{ my: 1, pl: 6 }}>
            {left.slice(0, SHOWN).map(({ row, sheet, id, number, heading, why }) => (
              <li key={`${sheet} ${row}`}>
                {id ? (
                  <MuiLink component={Link} to={`/${job.ledger}/${id}/show`}>
                    {called({ number, heading })}
                  </MuiLink>
                ) : (
                  words.row(writeNumber(row))
                )}
                {`：${why}`}
              </li>
            ))}
          </Box>
        </>
      )}
    </Box>
  )
}
