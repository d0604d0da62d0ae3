import { Autocomplete, Checkbox, Chip, FormControlLabel, FormGroup, Radio, RadioGroup, TextField } from '@mui/material'
import type { FieldOf } from '../../shared/definition/field.ts'
import { initials } from '../../shared/initials.ts'
import { usePanel, useSay } from '../panel.ts'
import { type InputProps, type Kind, list } from './kind.ts'
import { useKept } from './useKept.ts'
import { widths } from './widths.ts'

type Choice = FieldOf<'choice'>
type Choices = FieldOf<'choices'>
/** Up to so many options stand in a row; more are typed at. */
const ROW = 5

export const choice: Kind<Choice> = {
  text: (value, field, { lang, words }) => {
    const label = field.options[String(value)]?.[lang]
    return label !== undefined && isClass(value) ? words.common.inClass(value, label) : (label ?? String(value))
  },
  Input: ChoiceInput,
  own: true,
}

export const choices: Kind<Choices> = {
  text: (value, field, { lang, words }) =>
    list(value)
      .map((each) => field.options[each]?.[lang] ?? each)
      .join(words.common.and),
  Input: ChoicesInput,
  own: true,
}

/** Classes such as A to D keep their letter. */
const isClass = (value: unknown): value is string => /^[A-Z]$/.test(String(value))

function ChoiceInput({ id, field, value, change, error, required, cell }: InputProps<Choice>) {
  const { lang, scope } = usePanel()
  const say = useSay()
  const options = (scope.office.kind === 'township' && field.townships) || Object.keys(field.options)
  const label = (option: string) => `${isClass(option) ? `${option} ` : ''}${say(field.options[option])}`
  if (cell || options.length > ROW) {
    return (
      <Autocomplete
        id={id}
        autoHighlight
        options={options}
        value={typeof value === 'string' ? value : null}
        onChange={(_, next) => change(next)}
        getOptionLabel={label}
        filterOptions={(all, { inputValue }) => all.filter((option) => matches(inputValue, label(option), lang))}
        renderInput={(params) => (
          <TextField
            {...params}
            error={Boolean(error)}
            slotProps={{
              htmlInput: {
                ...params.inputProps,
                'aria-labelledby': `${id}-label`,
                'aria-describedby': `${id}-help`,
                'aria-required': required,
              },
            }}
          />
        )}
        sx={{ maxWidth: widths.one }}
      />
    )
  }
  return (
    <RadioGroup
      row
      aria-labelledby={`${id}-label`}
      aria-describedby={error ? `${id}-help` : undefined}
      value={typeof value === 'string' ? value : ''}
      onChange={(_, next) => change(next)}
    >
      {options.map((option, at) => (
        <FormControlLabel key={option} value={option} control={<Radio {...(at === 0 ? { id } : {})} />} label={label(option)} />
      ))}
    </RadioGroup>
  )
}

function ChoicesInput({ id, field, value, change }: InputProps<Choices>) {
  const say = useSay()
  const chosen = useKept(list(value))
  const options = Object.keys(field.options)
  if (options.length > 8) {
    return (
      <Autocomplete
        id={id}
        multiple
        options={options}
        value={chosen}
        onChange={(_, next) => change(next)}
        getOptionLabel={(option) => say(field.options[option])}
        renderValue={(values, item) =>
          values.map((option, index) => <Chip {...item({ index })} key={option} label={say(field.options[option])} />)
        }
        renderInput={(params) => (
          <TextField {...params} slotProps={{ htmlInput: { ...params.inputProps, 'aria-labelledby': `${id}-label` } }} />
        )}
      />
    )
  }
  return (
    <FormGroup row aria-labelledby={`${id}-label`} role="group">
      {options.map((option, at) => (
        <FormControlLabel
          key={option}
          control={
            <Checkbox
              {...(at === 0 ? { id } : {})}
              checked={chosen.includes(option)}
              onChange={(_, checked) => change(checked ? [...chosen, option] : chosen.filter((each) => each !== option))}
            />
          }
          label={say(field.options[option])}
        />
      ))}
    </FormGroup>
  )
}

function matches(typed: string, label: string, lang: string): boolean {
  const wanted = typed.trim().toLowerCase()
  return wanted === '' || label.toLowerCase().includes(wanted) || (lang === 'zh' && initials(label).includes(wanted))
}
