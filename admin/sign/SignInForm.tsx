import { Box, Button, Checkbox, FormControlLabel, Typography } from '@mui/material'
import { useState } from 'react'
import { request } from '../http.ts'
import type { Words } from '../language.ts'
import { EmailField } from './EmailField.tsx'
import { PasswordField } from './PasswordField.tsx'
import type { Step } from './SignIn.tsx'
import { faultsOf } from './sentence.ts'

type Challenge = { challenge?: 'newPassword' | 'totp'; session?: string }
const remembered = 'duban.email'

/** E-mail and password; Enter signs in. Only the e-mail is ever remembered. */
export function SignInForm({ words, go, enter, said = '' }: { words: Words; go: (step: Step) => void; enter: () => void; said?: string }) {
  const [email, setEmail] = useState(localStorage.getItem(remembered) ?? '')
  const [password, setPassword] = useState('')
  const [remember, setRemember] = useState(localStorage.getItem(remembered) !== null)
  const [wrong, setWrong] = useState('')
  const [busy, setBusy] = useState(false)

  const submit = async () => {
    if (!email.trim() || !password) return setWrong(email.trim() ? words.sign.needPassword : words.sign.needEmail)
    setBusy(true)
    setWrong('')
    try {
      const answer = await request<Challenge>('/session', { method: 'POST', body: { email: email.trim(), password } })
      if (remember) localStorage.setItem(remembered, email.trim())
      else localStorage.removeItem(remembered)
      if (answer.challenge === 'newPassword') go({ at: 'new', session: answer.session ?? '' })
      else if (answer.challenge) go({ at: 'code', session: answer.session ?? '' })
      else enter()
    } catch (error) {
      setWrong(faultsOf(error, words))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
      sx={{ display: 'grid', gap: 4 }}
    >
      {said && (
        <Typography role="status" color="primary">
          {said}
        </Typography>
      )}
      <EmailField words={words} value={email} change={setEmail} />
      <PasswordField
        id="password"
        words={words}
        label={words.sign.password}
        value={password}
        change={setPassword}
        error={wrong}
        autoComplete="current-password"
      />
      <FormControlLabel
        control={<Checkbox checked={remember} onChange={(_, checked) => setRemember(checked)} />}
        label={words.sign.remember}
        sx={{ my: -2 }}
      />
      <Button type="submit" variant="contained" disabled={busy} fullWidth>
        {words.sign.in}
      </Button>
    </Box>
  )
}
