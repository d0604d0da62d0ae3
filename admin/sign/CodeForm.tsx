import { Box, Button } from '@mui/material'
import { useState } from 'react'
import { request } from '../http.ts'
import type { Words } from '../language.ts'
import { CodeField } from './CodeField.tsx'
import { sentenceOf } from './sentence.ts'

/** Six digits from the person's phone. */
export function CodeForm({ words, session, enter }: { words: Words; session: string; enter: () => void }) {
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState('')
  const submit = async () => {
    try {
      await request('/session/code', { method: 'POST', body: { session, code } })
      enter()
    } catch (error) {
      setWrong(sentenceOf(error, words))
    }
  }
  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
      sx={{ display: 'grid', gap: 4 }}
    >
      <CodeField label={words.sign.codeHelp} value={code} change={setCode} error={wrong} />
      <Button type="submit" variant="contained" disabled={code.length !== 6}>
        {words.sign.in}
      </Button>
    </Box>
  )
}
