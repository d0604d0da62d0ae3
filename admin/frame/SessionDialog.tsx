import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material'
import { useEffect, useState } from 'react'
import { endWaiting, onExpiry, type Reason } from '../expiry.ts'
import { request } from '../http.ts'
import { type Me, say, usePanel } from '../panel.ts'
import { enter } from '../person.ts'
import { CodeField } from '../sign/CodeField.tsx'
import { PasswordField } from '../sign/PasswordField.tsx'
import { useWhose } from './useWhose.ts'

type Answer = { challenge?: 'newPassword' | 'totp'; session?: string }

/**
 * The session ended under somebody's hands, or somebody else has signed in at this browser: the password goes on where he was, and every request that
 * waited is asked again. Until then the other one does not read what stands on the page.
 */
export function SessionDialog() {
  const { me, words, lang, leave } = usePanel()
  const [reason, setReason] = useState<Reason | null>(null)
  const [other, setOther] = useState<Me | null>(null)
  const [password, setPassword] = useState('')
  const [session, setSession] = useState('')
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState('')
  useWhose()
  useEffect(() => onExpiry(setReason), [])
  useEffect(() => {
    if (reason === 'other') request<Me>('/session').then(setOther, () => setOther(null))
  }, [reason])
  const strange = reason === 'other'
  const named = other ? words.session.person(other.name, say(other.office.name, lang)) : words.session.somebody

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
      enter(me)
      endWaiting(true)
    } catch (error) {
      setWrong(error instanceof Error && error.message ? error.message : words.fault.network)
    }
  }
  return (
    <Dialog
      open={reason !== null}
      aria-labelledby="expired"
      fullWidth
      maxWidth="xs"
      slotProps={strange ? { backdrop: { sx: { bgcolor: 'background.default' } } } : {}}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          void goOn()
        }}
      >
        <DialogTitle id="expired">{strange ? words.session.other(named) : words.session.ended}</DialogTitle>
        <DialogContent>
          {!session && (
            <DialogContentText sx={{ mb: 4 }}>{strange ? words.session.otherResume(me.name) : words.session.resume}</DialogContentText>
          )}
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
          {strange ? (
            <Button variant="text" onClick={() => window.location.reload()}>
              {words.session.open(named)}
            </Button>
          ) : (
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
          )}
          <Button type="submit" variant="contained">
            {words.session.goOn}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
