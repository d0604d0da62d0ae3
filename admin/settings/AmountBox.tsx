import { Box, TextField } from '@mui/material'
import { useState } from 'react'
import { usePanel } from '../panel.ts'
import { designer } from '../words/designer.ts'
import { type Amount, readAmount } from './amounts.ts'

type Props = { amount: Amount; name: string; change: (value: number | null) => void }

/** One length. What is no whole number stands as it was typed and is said to be none; nothing is published until it is one. */
export function AmountBox({ amount: { unit, value }, name, change }: Props) {
  const { lang } = usePanel()
  const said = designer[lang]
  const [typed, setTyped] = useState('')
  const text = value === null || readAmount(typed) === value ? typed : String(value)
  return (
    <Box sx={{ display: 'inline-flex', alignItems: 'baseline', gap: 2, mr: 3, whiteSpace: 'nowrap' }}>
      <TextField
        value={text}
        error={value === null}
        helperText={value === null ? said.noNumber : ''}
        onChange={(event) => {
          setTyped(event.target.value)
          change(readAmount(event.target.value))
        }}
        slotProps={{ htmlInput: { inputMode: 'numeric', 'aria-label': name }, formHelperText: { sx: { mx: 0, whiteSpace: 'normal' } } }}
        sx={{ width: value === null ? '9rem' : '5rem' }}
      />
      {said.units[unit]}
    </Box>
  )
}
