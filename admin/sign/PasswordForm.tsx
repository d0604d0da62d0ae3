import { Box, Button, Typography } from '@mui/material'
import { useState } from 'react'
import { request } from '../http.ts'
import type { Words } from '../language.ts'
import { PasswordField } from './PasswordField.tsx'
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
  const met = [
    one.length >= 10,
    /[A-Z]/.test(one),
    /[a-z]/.test(one),
    /[0-9]/.test(one),
    /[^A-Za-z0-9\s]/.test(one),
    one !== '' && one === two,
  ]
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
      <Box component="ul" sx={{ m: 0, pl: 0, listStyle: 'none' }}>
        {words.sign.rules.map((rule, at) => (
          <Box component="li" key={rule} sx={{ color: met[at] ? 'primary.main' : 'text.secondary' }}>
            <span aria-hidden>{met[at] ? '✓ ' : '○ '}</span>
            {rule}
            <Box component="span" sx={{ position: 'absolute', clip: 'rect(0 0 0 0)' }}>
              {met[at] ? ` ${words.common.yes}` : ` ${words.common.no}`}
            </Box>
          </Box>
        ))}
      </Box>
      <Button type="submit" variant="contained" disabled={!met.every(Boolean)}>
        {words.sign.set}
      </Button>
    </Box>
  )
}
