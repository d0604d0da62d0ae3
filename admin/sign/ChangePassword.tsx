import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material'
import { useState } from 'react'
import { request } from '../http.ts'
import { usePanel } from '../panel.ts'
import { PasswordField } from './PasswordField.tsx'
import { metRules, Rules } from './Rules.tsx'
import { sentenceOf } from './sentence.ts'

/** One's own new password. Every session ends with the old one, this one too. */
export function ChangePassword({ close }: { close: () => void }) {
  const { words, leave } = usePanel()
  const [old, setOld] = useState('')
  const [one, setOne] = useState('')
  const [two, setTwo] = useState('')
  const [wrong, setWrong] = useState('')
  const met = metRules(one, two)
  const change = async () => {
    try {
      await request('/session/password', { method: 'PUT', body: { password: old, newPassword: one } })
      leave()
    } catch (error) {
      setWrong(sentenceOf(error, words))
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
            label={words.sign.password}
            value={old}
            change={setOld}
            error={wrong}
            autoComplete="current-password"
            autoFocus
          />
          <PasswordField
            id="new-password"
            words={words}
            label={words.sign.newPassword}
            value={one}
            change={setOne}
            autoComplete="new-password"
          />
          <PasswordField id="new-again" words={words} label={words.sign.again} value={two} change={setTwo} autoComplete="new-password" />
          <Rules words={words} met={met} />
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
