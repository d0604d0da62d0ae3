import { Autocomplete, Chip, TextField } from '@mui/material'
import { useState } from 'react'
import type { FieldOf } from '../../shared/field.ts'
import type { Office } from '../../shared/world.ts'
import { usePanel } from '../panel.ts'
import { officeName, shortOfficeName } from '../parts/office.ts'
import { initials } from './initials.ts'
import { type InputProps, type Kind, list } from './kind.ts'
import { rememberOffices, usualOffices } from './usual.ts'

type OfficeField = FieldOf<'office'>
type OfficesField = FieldOf<'offices'>

export const office: Kind<OfficeField> = {
  text: (value, field, { offices: all, lang, paper }) => (paper ? officeName : shortOfficeName)(all, String(value), lang, field.of),
  Show: ({ value, field, around }) => <>{officeName(around.offices, String(value), around.lang, field.of)}</>,
  Input: (props) => <OfficeInput {...props} multiple={false} />,
}

export const offices: Kind<OfficesField> = {
  text: (value, field, { offices: all, lang, words, paper }) =>
    list(value)
      .map((id) => (paper ? officeName : shortOfficeName)(all, id, lang, field.of))
      .join(words.common.and),
  Show: ({ value, field, around }) => (
    <>
      {list(value)
        .map((id) => officeName(around.offices, id, around.lang, field.of))
        .join(around.words.common.and)}
    </>
  ),
  Input: (props) => <OfficeInput {...props} multiple />,
}

/** Types by Chinese, by pinyin initials ("sw") or by id; what was chosen last stands first. */
function OfficeInput({
  id,
  field,
  value,
  change,
  error,
  required,
  multiple,
}: InputProps<OfficeField | OfficesField> & { multiple: boolean }) {
  const { offices: all, lang, words } = usePanel()
  const [usual] = useState(() => usualOffices(field.of))
  const own = all.filter((each) => each.kind === field.of && !each.closed)
  const options = [...own.filter((each) => usual.includes(each.id)), ...own.filter((each) => !usual.includes(each.id))]
  const find = (wanted: string): Office =>
    all.find((each) => each.id === wanted && each.kind === field.of) ?? { id: wanted, kind: field.of, name: { zh: wanted, en: wanted } }
  const choose = (next: Office | Office[] | null) => {
    const ids = (Array.isArray(next) ? next : next ? [next] : []).map((each) => each.id)
    rememberOffices(field.of, ids)
    change(multiple ? ids : (ids[0] ?? null))
  }
  return (
    <Autocomplete<Office, boolean>
      id={id}
      multiple={multiple}
      autoHighlight
      options={options}
      value={multiple ? list(value).map(find) : typeof value === 'string' && value ? find(value) : null}
      onChange={(_, next) => choose(next)}
      isOptionEqualToValue={(a, b) => a.id === b.id}
      getOptionLabel={(option) => option.name[lang]}
      {...(usual.length > 0
        ? { groupBy: (option: Office) => (usual.includes(option.id) ? words.act.recentOffices : words.act.allOffices) }
        : {})}
      filterOptions={(each, { inputValue }) => each.filter((option) => officeMatches(option, inputValue))}
      noOptionsText={words.common.none}
      renderValue={(chosen, item) =>
        Array.isArray(chosen)
          ? chosen.map((each, index) => <Chip {...item({ index })} key={each.id} label={each.name[lang]} />)
          : chosen.name[lang]
      }
      renderInput={(params) => (
        <TextField
          {...params}
          error={Boolean(error)}
          slotProps={{ htmlInput: { ...params.inputProps, 'aria-describedby': `${id}-help`, 'aria-required': required } }}
        />
      )}
      sx={{ maxWidth: multiple ? '40rem' : '26rem' }}
    />
  )
}

/** True when what was typed is part of the office's name, its pinyin initials or its id. */
export function officeMatches(option: Office, typed: string): boolean {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return true
  return (
    option.name.zh.includes(wanted) ||
    option.name.en.toLowerCase().includes(wanted) ||
    option.id.includes(wanted) ||
    initials(option.name.zh).includes(wanted)
  )
}
