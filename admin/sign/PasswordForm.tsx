import { Box, Button, Typography } from '@mui/material'
import { useState } from 'react'
import { request } from '../http.ts'
import type { Words } from '../language.ts'
import { metRules, NewPassword } from './NewPassword.tsx'
import type { Step } from './SignIn.tsx'
import { faultsOf } from './sentence.ts'

type Props = {
  words: Words
  step: { at: 'new'; session: string } | { at: 'reset'; token: string }
  go: (step: Step) => void
  enter: () => void
}

/** The first password of one's own, or the next after a forgotten one. */
export function PasswordForm({ words, step, go, enter }: Props) {
  const [typed, setTyped] = useState({ one: '', two: '' })
  const [wrong, setWrong] = useState('')
  const met = metRules(typed)
  const submit = async () => {
    try {
      if (step.at === 'new') {
        await request('/session/password', { method: 'POST', body: { session: step.session, newPassword: typed.one } })
        return enter()
      }
      await request('/session/reset', { method: 'POST', body: { token: step.token, newPassword: typed.one } })
      window.history.replaceState(null, '', '/login')
      go({ at: 'in', said: words.sign.resetDone })
    } catch (error) {
      setWrong(faultsOf(error, words))
    }
  }
  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (met.every(Boolean)) void submit()
      }}
      sx={{ display: 'grid', gap: 4 }}
    >
      {step.at === 'new' && <Typography color="text.secondary">{words.sign.newHelp}</Typography>}
      <NewPassword words={words} value={typed} change={setTyped} error={wrong} autoFocus />
      <Button type="submit" variant="contained" disabled={!met.every(Boolean)}>
        {words.sign.set}
      </Button>
    </Box>
  )
}
