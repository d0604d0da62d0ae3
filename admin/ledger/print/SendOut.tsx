import { Button, Checkbox, Dialog, DialogActions, DialogContent, DialogTitle, FormControlLabel } from '@mui/material'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNotify } from 'react-admin'
import { askAllAnew } from '../../api.ts'
import { request } from '../../http.ts'
import { usePanel } from '../../panel.ts'
import { sentenceOf } from '../../sign/sentence.ts'
import { paperWords } from '../../words/papers.ts'

type Sent = { word: string; year: number; no: number; edition: number }

/** Gives a paper its number and keeps it for ever; asks first, since a number is never taken back. */
export function SendOut({ path }: { path: string }) {
  const { lang, words } = usePanel()
  const say = paperWords[lang]
  const notify = useNotify()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const [mail, setMail] = useState(true)
  const { mutate, isPending, data } = useMutation({
    mutationFn: () => request<Sent>(path, { method: 'POST', body: { mail } }),
    onSuccess: (sent) => {
      setAsking(false)
      notify(say.sent(`${sent.word}〔${sent.year}〕${sent.no}号`), { type: 'success' })
      void askAllAnew(client)
    },
    onError: (error) => notify(sentenceOf(error, words), { type: 'error' }),
  })
  if (data)
    return (
      <Button component="a" href={`/api${path}?edition=${data.edition}`} download>
        {say.kept(`${data.word}〔${data.year}〕${data.no}号`)}
      </Button>
    )
  return (
    <>
      <Button onClick={() => setAsking(true)}>{say.send}</Button>
      <Dialog open={asking} onClose={() => setAsking(false)} aria-labelledby="send-out">
        <DialogTitle id="send-out">{say.send}</DialogTitle>
        <DialogContent>
          {say.ask}
          <FormControlLabel
            sx={{ display: 'flex', mt: 3 }}
            control={<Checkbox checked={mail} onChange={({ target }) => setMail(target.checked)} />}
            label={say.mail}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setAsking(false)}>{words.common.cancel}</Button>
          <Button variant="contained" disabled={isPending} onClick={() => mutate()}>
            {say.send}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
