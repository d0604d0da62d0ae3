import { TextField } from '@mui/material'
import { Link } from 'react-router'
import type { FieldOf } from '../../shared/definition/field.ts'
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
  const { ledgers, lang } = usePanel()
  const [key = '', asked = ''] = text.split('?')
  const filter = JSON.stringify(Object.fromEntries(new URLSearchParams(asked)))
  const name = ledgers.find((ledger) => ledger.key === key)?.label[lang] ?? key
  return <Link to={`/${key}?filter=${encodeURIComponent(filter)}`}>{asked ? `${name} · ${decodeURIComponent(asked)}` : name}</Link>
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
