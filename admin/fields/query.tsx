import { TextField } from '@mui/material'
import { Link } from 'react-router'
import type { FieldOf } from '../../shared/definition/field.ts'
import { usePanel } from '../panel.ts'
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

/** The filter in the address of a list's page; any other text as it is. */
export function fromAddress(text: string): string {
  const [, key = '', asked = ''] = /([a-z][a-zA-Z0-9-]{0,39})\?(.*filter=.*)$/.exec(text.trim()) ?? []
  if (key === '') return text
  try {
    const filter: Record<string, unknown> = JSON.parse(new URLSearchParams(asked).get('filter') ?? '{}')
    const plain = Object.entries(filter).map(([name, one]): [string, string] => [name, String(one)])
    return plain.length > 0 ? `${key}?${new URLSearchParams(plain)}` : key
  } catch {
    return text
  }
}
