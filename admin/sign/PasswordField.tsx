import { Button, FormControl, FormHelperText, FormLabel, InputAdornment, OutlinedInput } from '@mui/material'
import { useState } from 'react'
import type { Words } from '../language.ts'

type Props = {
  id: string
  words: Words
  label: string
  value: string
  change: (value: string) => void
  error?: string
  autoComplete: 'current-password' | 'new-password'
  autoFocus?: boolean
}

/** A password, which can be shown and pasted. */
export function PasswordField({ id, words, label, value, change, error, autoComplete, autoFocus = false }: Props) {
  const [shown, setShown] = useState(false)
  return (
    <FormControl fullWidth error={Boolean(error)}>
      <FormLabel htmlFor={id} sx={{ mb: 1, color: 'text.primary' }}>
        {label}
      </FormLabel>
      <OutlinedInput
        id={id}
        type={shown ? 'text' : 'password'}
        value={value}
        onChange={(event) => change(event.target.value)}
        autoComplete={autoComplete}
        autoFocus={autoFocus}
        aria-describedby={error ? `${id}-error` : undefined}
        endAdornment={
          <InputAdornment position="end">
            <Button variant="text" aria-pressed={shown} onClick={() => setShown(!shown)}>
              {shown ? words.sign.hide : words.sign.show}
            </Button>
          </InputAdornment>
        }
      />
      {error && (
        <FormHelperText id={`${id}-error`} role="alert">
          {error}
        </FormHelperText>
      )}
    </FormControl>
  )
}
