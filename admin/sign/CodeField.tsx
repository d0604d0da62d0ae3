import { FormControl, FormHelperText, FormLabel, OutlinedInput } from '@mui/material'

type Props = { id?: string; label: string; value: string; change: (value: string) => void; error: string; autoFocus?: boolean }

/** Six digits from the person's phone. */
export function CodeField({ id = 'code', label, value, change, error, autoFocus = true }: Props) {
  return (
    <FormControl fullWidth error={error !== ''}>
      <FormLabel htmlFor={id} sx={{ mb: 1, color: 'text.primary' }}>
        {label}
      </FormLabel>
      <OutlinedInput
        id={id}
        value={value}
        autoFocus={autoFocus}
        autoComplete="one-time-code"
        aria-describedby={error ? `${id}-error` : undefined}
        inputProps={{ inputMode: 'numeric', maxLength: 6 }}
        onChange={(event) => change(event.target.value.replace(/\D/g, ''))}
      />
      {error && (
        <FormHelperText id={`${id}-error`} role="alert">
          {error}
        </FormHelperText>
      )}
    </FormControl>
  )
}
