import { Autocomplete, Box, Chip, TextField } from '@mui/material'
import { useState } from 'react'
import { Link } from 'react-router'
import type { FieldOf } from '../../shared/definition/field.ts'
import { type Link as LinkTo, linksIn, linkText } from '../../shared/definition/links.ts'
import { called } from '../../shared/heading.ts'
import { asPath, useAsked } from '../api.ts'
import type { Shown } from '../data.ts'
import { roadThrough } from '../ledger/road.ts'
import { usePanel, useWords } from '../panel.ts'
import { StateChip } from '../parts/StateChip.tsx'
import { useOnceTyped } from '../parts/useOnceTyped.ts'
import { type Around, type InputProps, type Kind, list } from './kind.ts'
import { useKept } from './useKept.ts'

type Records = FieldOf<'records'>
type Found = { id: string; label: string }

export const records: Kind<Records> = {
  text: (value, field, { refs, words }) =>
    linksIn(field, value)
      .map((link) => nameOf(link, refs, words))
      .join(words.common.and),
  Show: ({ value, field, around }) => <Named links={linksIn(field, value)} refs={around.refs} acts={field.of === undefined} />,
  Input: RecordsInput,
}

/** In their order: numbered when there are several, as an agenda is. `acts`: with the next step of each, to be taken from here. */
function Named({ links, refs, acts }: { links: LinkTo[]; refs: Around['refs']; acts: boolean }) {
  const { ledgers, lang, words } = usePanel()
  const numbered = links.length > 1
  return (
    <Box component={numbered ? 'ol' : 'div'} sx={{ m: 0, pl: numbered ? 5 : 0 }}>
      {links.map((link) => {
        const ref = refOf(link, refs)
        const rules = ledgers.find(({ key }) => key === link.ledger)
        const next = acts && ref && rules ? roadThrough(rules, ref.state).ahead[0]?.transition : undefined
        return (
          <Box component={numbered ? 'li' : 'div'} key={`${link.ledger}/${link.id}`}>
            {ref ? <Link to={`/${link.ledger}/${link.id}/show`}>{nameOf(link, refs, words)}</Link> : nameOf(link, refs, words)}
            {numbered && ref && rules && (
              <Box component="span" sx={{ ml: 2, color: 'text.secondary' }}>
                <StateChip ledger={rules} state={ref.state} plain />
              </Box>
            )}
            {next && (
              <Box component={Link} to={`/${link.ledger}/${link.id}/show?do=${next}`} sx={{ ml: 2 }}>
                {rules?.transitions[next]?.label[lang]}
              </Box>
            )}
          </Box>
        )
      })}
    </Box>
  )
}

const refOf = ({ ledger, id }: LinkTo, refs: Around['refs']) => refs?.find((each) => each.ledger === ledger && each.id === id)

/** Of what the reader may not see, or is linked no more, only that it is an item. */
function nameOf(link: LinkTo, refs: Around['refs'], { form }: Around['words']): string {
  const ref = refOf(link, refs)
  return ref ? called(ref) : form.otherItem
}

/** Found by number or heading, within one's own scope. */
function RecordsInput({ id, field, value, change, required }: InputProps<Records>) {
  const words = useWords()
  const [typed, setTyped] = useState('')
  const [q, setQ] = useState('')
  useOnceTyped(typed.trim(), q, setQ)
  const [named, setNamed] = useState<Record<string, string>>({})
  const { data } = useAsked<{ data: Shown[] }>(asPath(field.of ? `/records/${field.of}` : '/records', { limit: '10', q }))
  const label = (record: Shown) => called(record)
  const options: Found[] = (data?.data ?? []).map((record) => ({ id: linkText(field, record), label: label(record) }))
  const known = { ...Object.fromEntries(options.map((option) => [option.id, option.label])), ...named }
  const chosen = useKept(list(value).map((each): Found => ({ id: each, label: known[each] ?? words.form.otherItem })))
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
