import { FormControl, FormLabel, OutlinedInput } from '@mui/material'
import type { Words } from '../language.ts'

export function EmailField({ words, value, change }: { words: Words; value: string; change: (value: string) => void }) {
  return (
    <FormControl fullWidth>
      <FormLabel htmlFor="email" sx={{ mb: 1, color: 'text.primary' }}>
        {words.sign.email}
      </FormLabel>
      <OutlinedInput
        id="email"
        type="email"
        value={value}
        onChange={(event) => change(event.target.value)}
        autoComplete="username"
        autoFocus={value === ''}
        inputProps={{ inputMode: 'email', autoCapitalize: 'none', spellCheck: false }}
      />
    </FormControl>
  )
}
