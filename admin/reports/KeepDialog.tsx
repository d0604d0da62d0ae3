import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { askAllAnew } from '../api.ts'
import { request } from '../http.ts'
import { usePanel } from '../panel.ts'
import { sentenceOf } from '../sign/sentence.ts'
import { reportWords } from '../words/reports.ts'
import type { Report } from './report.ts'

type Props = { ledger: string; papers: [string, string][]; ids: string[]; close: () => void }

/** Keeps a list as a report of a day; asks first, since it never changes and may take a number. */
export function KeepDialog({ ledger, papers, ids, close }: Props) {
  const { lang, words, today } = usePanel()
  const say = reportWords[lang]
  const [day, setDay] = useState(today)
  const [paper, setPaper] = useState(papers[0]?.[0] ?? '')
  const client = useQueryClient()
  const navigate = useNavigate()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => request<Report>(`/reports/${ledger}/${paper}`, { method: 'POST', body: { ids, day } }),
    onSuccess: ({ id }) => {
      void askAllAnew(client)
      void navigate(`/papers/reports/${id}`)
    },
  })
  return (
    <Dialog open onClose={close} aria-labelledby="keep-report">
      <DialogTitle id="keep-report">{say.keepTitle}</DialogTitle>
      <DialogContent>
        <p>{say.ask}</p>
        <TextField
          id="keep-paper"
          select
          fullWidth
          label={say.which}
          value={paper}
          onChange={({ target }) => setPaper(target.value)}
          slotProps={{ select: { native: true } }}
          sx={{ mb: 4 }}
        >
          {papers.map(([key, label]) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </TextField>
        <TextField
          id="keep-day"
          type="date"
          label={say.day}
          value={day}
          onChange={({ target }) => setDay(target.value)}
          slotProps={{ htmlInput: { max: today }, inputLabel: { shrink: true } }}
        />
        {error && <p role="alert">{sentenceOf(error, words)}</p>}
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>{words.common.cancel}</Button>
        <Button variant="contained" disabled={isPending || !day} onClick={() => mutate()}>
          {say.make}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
