import { Box, Button, Typography } from '@mui/material'
import { useState } from 'react'
import { request } from '../http.ts'
import type { Words } from '../language.ts'
import { EmailField } from './EmailField.tsx'
import { faultsOf } from './sentence.ts'

/** Asks for a link by mail. The answer is the same for an address without an account. */
export function ForgotForm({ words }: { words: Words }) {
  const [email, setEmail] = useState('')
  const [said, setSaid] = useState('')
  const [wrong, setWrong] = useState('')
  const submit = async () => {
    if (!email.trim()) return setWrong(words.sign.needEmail)
    try {
      await request('/session/forgot', { method: 'POST', body: { email: email.trim() } })
      setWrong('')
      setSaid(words.sign.sent)
    } catch (error) {
      setWrong(faultsOf(error, words))
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
      <Typography color="text.secondary">{words.sign.forgotHelp}</Typography>
      <EmailField words={words} value={email} change={setEmail} />
      {wrong && (
        <Typography role="alert" color="error">
          {wrong}
        </Typography>
      )}
      <Typography role="status">{said}</Typography>
      <Button type="submit" variant="contained" disabled={said !== ''}>
        {words.sign.send}
      </Button>
    </Box>
  )
}
