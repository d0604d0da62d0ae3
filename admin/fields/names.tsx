import { Autocomplete, Chip, TextField } from '@mui/material'
import { useState } from 'react'
import type { FieldOf } from '../../shared/definition/field.ts'
import { usePanel } from '../panel.ts'
import { type InputProps, type Kind, list } from './kind.ts'

type Names = FieldOf<'names'>
type Deputies = FieldOf<'deputies'>

export const names: Kind<Names> = {
  text: (value, _, { words }) => list(value).join(words.common.and),
  Input: (props) => <NamesInput {...props} known={[]} />,
}

export const deputies: Kind<Deputies> = {
  text: (value, _, { words, paper }) =>
    paper ? list(value).join(words.common.and) : words.common.people(list(value)[0] ?? '', list(value).length),
  Show: ({ value, around: { words } }) => list(value).join(words.common.and),
  Input: DeputiesInput,
}

function DeputiesInput(props: InputProps<Deputies>) {
  const { offices, lang } = usePanel()
  return (
    <NamesInput
      {...props}
      known={offices.filter((office) => office.kind === 'deputy' && !office.closed).map((office) => office.name[lang])}
    />
  )
}

/** Names as chips. What is pasted, from Excel too, splits at 、；, commas, tabs and line ends. */
function NamesInput({ id, value, change, error, required, known }: InputProps<Names | Deputies> & { known: string[] }) {
  const { words } = usePanel()
  const [typed, setTyped] = useState('')
  const chosen = list(value)
  const add = (texts: string[]) => {
    const next = [...new Set([...chosen, ...texts.map((text) => text.trim()).filter(Boolean)])]
    if (next.length !== chosen.length) change(next)
    setTyped('')
  }
  return (
    <Autocomplete
      id={id}
      multiple
      freeSolo
      options={known.filter((name) => !chosen.includes(name))}
      value={chosen}
      inputValue={typed}
      onInputChange={(_, next, reason) => (reason !== 'reset' && splits(next).length > 1 ? add(splits(next)) : setTyped(next))}
      onChange={(_, next) => change([...new Set(next.flatMap(splits))])}
      onBlur={() => typed.trim() !== '' && add([typed])}
      renderValue={(each, item) => each.map((name, index) => <Chip {...item({ index })} key={name} label={name} />)}
      renderInput={(params) => (
        <TextField
          {...params}
          error={Boolean(error)}
          placeholder={chosen.length === 0 ? words.form.typed : ''}
          onPaste={(event) => {
            const parts = splits(event.clipboardData.getData('text'))
            if (parts.length < 2) return
            event.preventDefault()
            add(parts)
          }}
          slotProps={{ htmlInput: { ...params.inputProps, 'aria-describedby': `${id}-help`, 'aria-required': required } }}
        />
      )}
    />
  )
}

/** The names in a text, parted as offices part them. */
export function splits(text: string): string[] {
  return text
    .split(/[、；;，,\t\r\n]+/)
    .map((each) => each.trim())
    .filter(Boolean)
}
