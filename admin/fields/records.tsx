import { Autocomplete, Chip, TextField } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { FieldOf } from '../../shared/definition/field.ts'
import type { Shown } from '../data.ts'
import { request } from '../http.ts'
import { useWords } from '../panel.ts'
import { useOnceTyped } from '../parts/useOnceTyped.ts'
import { type Around, type InputProps, type Kind, list } from './kind.ts'
import { useKept } from './useKept.ts'

type Records = FieldOf<'records'>
type Found = { id: string; label: string }

export const records: Kind<Records> = {
  text: (value, _, { refs, words }) =>
    list(value)
      .map((id) => nameOf(id, refs))
      .join(words.common.and),
  Show: ({ value, field, around }) => (
    <>
      {list(value).map((id) => (
        <div key={id}>
          <Link to={`/${field.of}/${id}/show`}>{nameOf(id, around.refs)}</Link>
        </div>
      ))}
    </>
  ),
  Input: RecordsInput,
}

function nameOf(id: string, refs: Around['refs']): string {
  const ref = refs?.find((each) => each.id === id)
  return ref ? `${ref.number ?? ''} ${ref.heading}`.trim() : id
}

/** Found by number or heading, within one's own scope. */
function RecordsInput({ id, field, value, change, required }: InputProps<Records>) {
  const words = useWords()
  const [typed, setTyped] = useState('')
  const [q, setQ] = useState('')
  useOnceTyped(typed.trim(), q, setQ)
  const [named, setNamed] = useState<Record<string, string>>({})
  const { data } = useQuery({
    queryKey: ['find', field.of, q],
    queryFn: ({ signal }) =>
      request<{ data: Shown[] }>(`/records/${field.of}?limit=10${q ? `&q=${encodeURIComponent(q)}` : ''}`, { signal }),
  })
  const label = (record: Shown) => `${record.number ?? ''} ${record.heading}`.trim()
  const options: Found[] = (data?.data ?? []).map((record) => ({ id: record.id, label: label(record) }))
  const known = { ...Object.fromEntries(options.map((option) => [option.id, option.label])), ...named }
  const chosen = useKept(list(value).map((each): Found => ({ id: each, label: known[each] ?? each })))
  return (
    <Autocomplete
      id={id}
      multiple
      options={options}
      value={chosen}
      filterOptions={(all) => all}
      isOptionEqualToValue={(a, b) => a.id === b.id}
      onInputChange={(_, next) => setTyped(next)}
      onChange={(_, next) => {
        setNamed({ ...named, ...Object.fromEntries(next.map((each) => [each.id, each.label])) })
        change((field.max === 1 ? next.slice(-1) : next).map((each) => each.id))
      }}
      noOptionsText={words.common.none}
      renderValue={(each, item) => each.map((one, index) => <Chip {...item({ index })} key={one.id} label={one.label} />)}
      renderInput={(params) => (
        <TextField
          {...params}
          placeholder={words.form.searchRecord}
          slotProps={{ htmlInput: { ...params.inputProps, 'aria-required': required } }}
        />
      )}
    />
  )
}
