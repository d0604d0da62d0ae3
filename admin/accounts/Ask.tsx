import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material'
import { useState } from 'react'

type Props = { title: string; text: string; verb: string; keep: string; destructive?: boolean; act: () => Promise<void>; close: () => void }

/** Asks before an act that somebody else will feel. Its button is the verb of the act. */
export function Ask({ title, text, verb, keep, destructive = false, act, close }: Props) {
  const [busy, setBusy] = useState(false)
  const go = async () => {
    setBusy(true)
    await act()
    close()
  }
  return (
    <Dialog open onClose={close} aria-labelledby="ask-title" aria-describedby="ask-text">
      <DialogTitle id="ask-title">{title}</DialogTitle>
      <DialogContent>
        <DialogContentText id="ask-text" color="text.primary" sx={{ whiteSpace: 'pre-line' }}>
          {text}
        </DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button onClick={close} autoFocus>
          {keep}
        </Button>
        <Button variant="contained" color={destructive ? 'error' : 'primary'} disabled={busy} onClick={() => void go()}>
          {verb}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
