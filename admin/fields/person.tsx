import { Autocomplete, TextField } from '@mui/material'
import type { FieldOf } from '../../shared/definition/field.ts'
import { initials } from '../../shared/initials.ts'
import type { PeopleAnswer } from '../../shared/wire.ts'
import { useAsked } from '../api.ts'
import { usePanel } from '../panel.ts'
import { officeName } from '../parts/office.ts'
import type { InputProps, Kind } from './kind.ts'
import { useKept } from './useKept.ts'
import { widths } from './widths.ts'

type Person = FieldOf<'person'>
type Known = PeopleAnswer['data'][number]

export const person: Kind<Person> = {
  text: (value, _, { people }) => people?.find(({ id }) => id === value)?.name ?? String(value),
  Input: PersonInput,
}

/** Chosen from the people whom one may name, by name, its pinyin initials or office. */
function PersonInput({ id, field, value, change, error, required }: InputProps<Person>) {
  const { lang, offices, words } = usePanel()
  const { data, isError } = useAsked<PeopleAnswer>('/people', { staleTime: 300_000 })
  const officeOf = ({ office }: Known) => officeName(offices, office.id, lang, office.kind)
  const label = (one: Known) => (one.office.id ? words.form.personOf(one.name, officeOf(one)) : one.name)
  const options = (data?.data ?? []).filter(({ office }) => office.kind === field.of)
  const named = typeof value === 'string' && value ? unknown(value, field) : null
  const chosen = useKept(options.find((one) => one.id === value) ?? named)
  return (
    <Autocomplete
      id={id}
      autoHighlight
      options={options}
      value={chosen}
      onChange={(_, next) => change(next?.id ?? null)}
      isOptionEqualToValue={(a, b) => a.id === b.id}
      getOptionKey={(one) => one.id}
      getOptionLabel={label}
      filterOptions={(all, { inputValue }) => all.filter((one) => personMatches(one.name, officeOf(one), inputValue))}
      noOptionsText={isError ? words.form.peopleFailed : words.form.noPeople}
      renderInput={(params) => (
        <TextField
          {...params}
          placeholder={words.form.choosePerson}
          error={Boolean(error)}
          slotProps={{ htmlInput: { ...params.inputProps, 'aria-describedby': `${id}-help`, 'aria-required': required } }}
        />
      )}
      sx={{ maxWidth: widths.one }}
    />
  )
}

/** Somebody outside one's sight, or gone, whom the record names. */
function unknown(id: string, { of: kind }: Person): Known {
  return { id, name: id, office: { kind, id: '' } }
}

/** True when what was typed is part of the name, its pinyin initials or the office's name. */
export function personMatches(name: string, office: string, typed: string): boolean {
  const wanted = typed.trim().toLowerCase()
  return (
    wanted === '' ||
    name.toLowerCase().includes(wanted) ||
    office.toLowerCase().includes(wanted) ||
    initials(name).includes(wanted) ||
    wanted.startsWith(name.toLowerCase())
  )
}
