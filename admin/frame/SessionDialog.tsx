import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material'
import { useEffect, useState } from 'react'
import { endWaiting, onExpiry } from '../expiry.ts'
import { request } from '../http.ts'
import { usePanel } from '../panel.ts'
import { CodeField } from '../sign/CodeField.tsx'
import { PasswordField } from '../sign/PasswordField.tsx'

type Answer = { challenge?: 'newPassword' | 'totp'; session?: string }

/** The session ended under somebody's hands: the password goes on where he was, and every request that waited is asked again. */
export function SessionDialog() {
  const { me, words, leave } = usePanel()
  const [open, setOpen] = useState(false)
  const [password, setPassword] = useState('')
  const [session, setSession] = useState('')
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState('')
  useEffect(() => onExpiry(setOpen), [])

  const goOn = async () => {
    try {
      const answer = session
        ? await request<Answer>('/session/code', { method: 'POST', body: { session, code } })
        : await request<Answer>('/session', { method: 'POST', body: { email: me.email, password } })
      if (answer.challenge === 'newPassword') return leave()
      setSession(answer.session ?? '')
      setCode('')
      if (answer.session) return
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
          {!session && <DialogContentText sx={{ mb: 4 }}>{words.session.resume}</DialogContentText>}
          <input type="text" autoComplete="username" value={me.email} readOnly hidden />
          {session ? (
            <CodeField id="again-code" label={words.sign.codeHelp} value={code} change={setCode} error={wrong} />
          ) : (
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
          )}
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
