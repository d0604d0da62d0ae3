import { OutlinedInput } from '@mui/material'
import type { FieldOf } from '../../shared/field.ts'
import type { InputProps, Kind } from './kind.ts'

type Person = FieldOf<'person'>

export const person: Kind<Person> = { text: (value) => String(value), Input: PersonInput }

/** The account of a person. Accounts are listed to administrators only, so it is written here, not chosen. */
function PersonInput({ id, value, change, error, required }: InputProps<Person>) {
  return (
    <OutlinedInput
      id={id}
      value={typeof value === 'string' ? value : ''}
      error={Boolean(error)}
      onChange={(event) => change(event.target.value === '' ? null : event.target.value)}
      inputProps={{ 'aria-describedby': `${id}-help`, 'aria-required': required }}
      sx={{ maxWidth: '26rem', width: '100%' }}
    />
  )
}
