import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material'
import { useState } from 'react'
import { request } from '../http.ts'
import { usePanel } from '../panel.ts'
import { metRules, NewPassword } from './NewPassword.tsx'
import { PasswordField } from './PasswordField.tsx'
import { faultsOf } from './sentence.ts'

/** One's own new password. Every session ends with the old one, this one too. */
export function ChangePassword({ close }: { close: () => void }) {
  const { words, leave } = usePanel()
  const [old, setOld] = useState('')
  const [typed, setTyped] = useState({ one: '', two: '' })
  const [wrong, setWrong] = useState('')
  const met = metRules(typed)
  const change = async () => {
    try {
      await request('/session/password', { method: 'PUT', body: { password: old, newPassword: typed.one } })
      leave()
    } catch (error) {
      setWrong(faultsOf(error, words))
    }
  }
  return (
    <Dialog open onClose={close} fullWidth maxWidth="xs" aria-labelledby="change-password">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (met.every(Boolean)) void change()
        }}
      >
        <DialogTitle id="change-password">{words.sign.change}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 4 }}>
          <PasswordField
            id="old-password"
            words={words}
            label={words.sign.nowPassword}
            value={old}
            change={setOld}
            error={wrong}
            autoComplete="current-password"
            autoFocus
          />
          <NewPassword words={words} value={typed} change={setTyped} />
        </DialogContent>
        <DialogActions>
          <Button onClick={close}>{words.common.cancel}</Button>
          <Button type="submit" variant="contained" disabled={!met.every(Boolean) || old === ''}>
            {words.sign.change}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
