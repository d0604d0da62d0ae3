import { FormControlLabel, Radio, RadioGroup } from '@mui/material'
import type { FieldOf } from '../../shared/definition/field.ts'
import { useWords } from '../panel.ts'
import type { InputProps, Kind } from './kind.ts'

type YesNo = FieldOf<'yesno'>

export const yesno: Kind<YesNo> = {
  text: (value, _, { words }) => (value === true ? words.common.yes : words.common.no),
  Input: YesNoInput,
  own: true,
}

/** Two words to choose from: an untouched switch would say no for somebody who never looked. */
function YesNoInput({ id, value, change, error }: InputProps<YesNo>) {
  const words = useWords()
  return (
    <RadioGroup
      row
      aria-labelledby={`${id}-label`}
      aria-describedby={error ? `${id}-help` : undefined}
      value={value === true ? 'yes' : value === false ? 'no' : ''}
      onChange={(_, next) => change(next === 'yes')}
    >
      <FormControlLabel value="yes" control={<Radio id={id} />} label={words.common.yes} />
      <FormControlLabel value="no" control={<Radio />} label={words.common.no} />
    </RadioGroup>
  )
}
