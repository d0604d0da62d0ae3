import { Autocomplete, Box, Chip, TextField } from '@mui/material'
import { useMemo, useState } from 'react'
import type { FieldOf } from '../../shared/definition/field.ts'
import { initials } from '../../shared/initials.ts'
import { usePanel } from '../panel.ts'
import { type InputProps, type Kind, list } from './kind.ts'
import { type Known, registerOf, useFiled } from './register.ts'

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

/**
 * Chosen from the register, by name, its pinyin initials or the township; the own township's deputies stand first. A name that is not there may stand, and is
 * said; so is who has no account.
 */
function DeputiesInput(props: InputProps<Deputies>) {
  const { offices, lang, words, scope } = usePanel()
  const files = useFiled()
  const register = useMemo(
    () => registerOf(offices, files ?? [], lang).sort((a, b) => Number(isHere(b, scope.township)) - Number(isHere(a, scope.township))),
    [offices, files, lang, scope.township],
  )
  // A deputy is not asked to mend the register.
  const named = register.length > 0 && scope.office.kind !== 'deputy' ? list(props.value) : []
  const unknown = files ? named.filter((name) => !register.some((each) => each.name === name)) : []
  const paused = register.filter((each) => each.paused && named.includes(each.name))
  const untold = named.filter((name) => !unknown.includes(name) && !register.some((each) => each.name === name && each.account))
  return (
    <>
      <NamesInput {...props} known={register} />
      {unknown.length + untold.length + paused.length > 0 && (
        <Box role="status" sx={{ fontSize: '0.87rem', color: 'text.secondary', mt: 1 }}>
          {paused.map((each) => (
            <div key={each.name}>{words.form.pausedName(each.name, each.paused ?? '')}</div>
          ))}
          {unknown.length > 0 && <div>{words.form.unknownNames(unknown.join(words.common.and))}</div>}
          {untold.length > 0 && <div>{words.form.untoldNames(untold.join(words.common.and))}</div>}
        </Box>
      )}
    </>
  )
}

function isHere({ townships }: Known, township: string | undefined): boolean {
  return township !== undefined && townships.includes(township)
}

/** True when what was typed is part of the name, of its pinyin initials, or of the place. */
export function deputyMatches({ name, place }: Pick<Known, 'name' | 'place'>, typed: string): boolean {
  const wanted = typed.trim().toLowerCase()
  return wanted === '' || name.toLowerCase().includes(wanted) || initials(name).includes(wanted) || place.includes(wanted)
}

/** Names as chips. What is pasted, from Excel too, splits at 、；, commas, tabs and line ends. */
function NamesInput({ id, value, change, error, required, known }: InputProps<Names | Deputies> & { known: Known[] }) {
  const { words } = usePanel()
  const [typed, setTyped] = useState('')
  const chosen = list(value)
  const add = (texts: string[]) => {
    const next = [...new Set([...chosen, ...texts.map((text) => text.trim()).filter(Boolean)])]
    if (next.length !== chosen.length) change(next)
    setTyped('')
  }
  const one = (name: string): Known => known.find((each) => each.name === name) ?? { name, place: '', townships: [], account: false }
  return (
    <Autocomplete
      id={id}
      multiple
      freeSolo
      autoHighlight={/^[a-z]+$/i.test(typed) && known.some((each) => deputyMatches(each, typed))}
      options={known.map(({ name }) => name).filter((name) => !chosen.includes(name))}
      filterOptions={(names, { inputValue }) => names.filter((name) => deputyMatches(one(name), inputValue)).slice(0, MOST)}
      renderOption={({ key, ...props }, name) => (
        <Box component="li" key={key} {...props} sx={{ gap: 2 }}>
          {name}
          <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.87rem' }}>
            {[one(name).place, one(name).paused].filter(Boolean).join(' · ')}
          </Box>
        </Box>
      )}
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
          placeholder={chosen.length > 0 ? '' : known.length > 0 ? words.form.typedDeputy : words.form.typed}
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

const MOST = 50

/** The names in a text, parted as offices part them. */
export function splits(text: string): string[] {
  return text
    .split(/[、；;，,\t\r\n]+/)
    .map((each) => each.trim())
    .filter(Boolean)
}
