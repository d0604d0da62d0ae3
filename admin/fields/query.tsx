import { TextField } from '@mui/material'
import { Link } from 'react-router'
import type { FieldOf } from '../../shared/definition/field.ts'
import { activeOf, filtersOf } from '../ledger/list/filters.ts'
import { usePanel } from '../panel.ts'
import { fromAddress } from './from-address.ts'
import type { InputProps, Kind } from './kind.ts'

type Query = FieldOf<'query'>

/** A saved filter: which list, and what it is asked. Shown as a way to that list; taken from the address of one. */
export const query: Kind<Query> = {
  text: (value) => String(value),
  Show: ({ value }) => <ToList text={String(value)} />,
  Input: QueryInput,
}

function ToList({ text }: { text: string }) {
  const panel = usePanel()
  const { ledgers, lang, words } = panel
  const [key = '', asked = ''] = text.split('?')
  const filter = Object.fromEntries(new URLSearchParams(asked))
  const ledger = ledgers.find((each) => each.key === key)
  const chips = ledger ? activeOf(filtersOf([ledger], panel), filter, words).map(({ label }) => label) : []
  const said = [ledger?.label[lang] ?? key, ...(chips.length > 0 ? chips : asked ? [decodeURIComponent(asked)] : [])]
  return <Link to={`/${key}?filter=${encodeURIComponent(JSON.stringify(filter))}`}>{said.join(' · ')}</Link>
}

function QueryInput({ id, value, change, required }: InputProps<Query>) {
  return (
    <TextField
      id={id}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => change(fromAddress(event.target.value))}
      required={required}
      fullWidth
    />
  )
}
