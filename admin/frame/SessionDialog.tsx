import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material'
import { useEffect, useState } from 'react'
import { endWaiting, onExpiry } from '../expiry.ts'
import { request } from '../http.ts'
import { usePanel } from '../panel.ts'
import { PasswordField } from '../sign/PasswordField.tsx'

/** The session ended under somebody's hands: the password goes on where he was, and every request that waited is asked again. */
export function SessionDialog() {
  const { me, words, leave } = usePanel()
  const [open, setOpen] = useState(false)
  const [password, setPassword] = useState('')
  const [wrong, setWrong] = useState('')
  useEffect(() => onExpiry(setOpen), [])

  const goOn = async () => {
    try {
      await request('/session', { method: 'POST', body: { email: me.email, password } })
      setPassword('')
      setWrong('')
      endWaiting(true)
    } catch (error) {
      setWrong(error instanceof Error && error.message ? error.message : words.fault.network)
    }
  }
  return (
    <Dialog open={open} aria-labelledby="expired" fullWidth maxWidth="xs">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          void goOn()
        }}
      >
        <DialogTitle id="expired">{words.session.ended}</DialogTitle>
        <DialogContent>
          <DialogContentText sx={{ mb: 4 }}>{words.session.resume}</DialogContentText>
          <input type="text" autoComplete="username" value={me.email} readOnly hidden />
          <PasswordField
            id="again"
            words={words}
            label={`${words.sign.password} · ${me.email}`}
            value={password}
            change={setPassword}
            error={wrong}
            autoComplete="current-password"
            autoFocus
          />
        </DialogContent>
        <DialogActions>
          <Button
            variant="text"
            color="error"
            onClick={() => {
              endWaiting(false)
              leave()
            }}
          >
            {words.session.leave}
          </Button>
          <Button type="submit" variant="contained">
            {words.session.goOn}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
