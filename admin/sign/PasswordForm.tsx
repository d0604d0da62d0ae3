import { Box, Button, Typography } from '@mui/material'
import { useState } from 'react'
import { request } from '../http.ts'
import type { Words } from '../language.ts'
import { PasswordField } from './PasswordField.tsx'
import { metRules, Rules } from './Rules.tsx'
import type { Step } from './SignIn.tsx'
import { sentenceOf } from './sentence.ts'

type Props = {
  words: Words
  step: { at: 'new'; session: string } | { at: 'reset'; token: string }
  go: (step: Step) => void
  enter: () => void
}

/** A password of one's own; its rules are ticked off while it is typed, not after the fact. */
export function PasswordForm({ words, step, go, enter }: Props) {
  const [one, setOne] = useState('')
  const [two, setTwo] = useState('')
  const [wrong, setWrong] = useState('')
  const met = metRules(one, two)
  const submit = async () => {
    try {
      if (step.at === 'new') {
        await request('/session/password', { method: 'POST', body: { session: step.session, newPassword: one } })
        return enter()
      }
      await request('/session/reset', { method: 'POST', body: { token: step.token, newPassword: one } })
      window.history.replaceState(null, '', '/login')
      go({ at: 'in', said: words.sign.resetDone })
    } catch (error) {
      setWrong(sentenceOf(error, words))
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
      <PasswordField
        id="new-password"
        words={words}
        label={words.sign.newPassword}
        value={one}
        change={setOne}
        autoComplete="new-password"
        autoFocus
      />
      <PasswordField
        id="again"
        words={words}
        label={words.sign.again}
        value={two}
        change={setTwo}
        error={wrong}
        autoComplete="new-password"
      />
      <Rules words={words} met={met} />
      <Button type="submit" variant="contained" disabled={!met.every(Boolean)}>
        {words.sign.set}
      </Button>
    </Box>
  )
}
