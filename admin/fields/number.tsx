import { InputAdornment, OutlinedInput } from '@mui/material'
import { useState } from 'react'
import type { FieldOf } from '../../shared/definition/field.ts'
import { isYear } from '../../shared/definition/lines.ts'
import { usePanel } from '../panel.ts'
import { writeNumber } from '../parts/number.ts'
import type { InputProps, Kind } from './kind.ts'
import { widths } from './widths.ts'

type Num = FieldOf<'number'>

export const number: Kind<Num> = {
  text: (value, field, { lang }) => {
    const unit = field.unit?.[lang] ?? ''
    const between = unit === '' || unit === '%' ? '' : /^\d/.test(unit) ? ' × ' : ' '
    return `${isYear(field) ? value : writeNumber(Number(value))}${between}${unit}`
  },
  Input: NumberInput,
  right: true,
}

/** Digits with the unit at the edge; commas and full-width digits, as pasted from elsewhere, are understood. */
function NumberInput({ id, field, value, change, error, required }: InputProps<Num>) {
  const { lang } = usePanel()
  const [typed, setTyped] = useState(value === undefined || value === null ? '' : String(value))
  return (
    <OutlinedInput
      id={id}
      value={Number(typed) === value || typed === '' ? (value === null || value === undefined ? typed : String(value)) : typed}
      error={Boolean(error)}
      onChange={(event) => {
        const plain = event.target.value
          .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
          .replace(/[,，\s]/g, '')
        setTyped(plain)
        change(plain === '' ? null : Number.isFinite(Number(plain)) ? Number(plain) : plain)
      }}
      inputProps={{ inputMode: 'decimal', 'aria-describedby': `${id}-help`, 'aria-invalid': Boolean(error), 'aria-required': required }}
      {...(field.unit ? { endAdornment: <InputAdornment position="end">{field.unit[lang]}</InputAdornment> } : {})}
      sx={{ maxWidth: widths.short, width: '100%' }}
    />
  )
}
