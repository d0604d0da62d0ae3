import { Box, OutlinedInput } from '@mui/material'
import { useResourceContext } from 'react-admin'
import { useParams } from 'react-router'
import type { FieldOf } from '../../shared/definition/field.ts'
import { pollOutcomes } from '../../shared/engine/poll.ts'
import { called } from '../../shared/heading.ts'
import type { Poll as Counted, PollRow } from '../../shared/record.ts'
import { useRecord } from '../ledger/useRecord.ts'
import { usePanel } from '../panel.ts'
import { DataTable } from '../parts/DataTable.tsx'
import { pollWords } from '../words/poll.ts'
import type { Around, InputProps, Kind } from './kind.ts'

type PollField = FieldOf<'poll'>
type Typed = {
  [total: string]: number | null | { id: string; for: number | null }[] | undefined
  rows?: { id: string; for: number | null }[]
}
const totals = ['all', 'present', 'issued', 'collected', 'valid'] as const

/** A vote over a list: who stood, with how many votes, and what became of each. */
export const poll: Kind<PollField> = {
  text: (value, _, around) =>
    rowsOf(value)
      .map((row) => `${nameOf(row.id, around)} ${row.for}`)
      .join('、'),
  Show: ({ value, around }) => <Result value={value as Counted} around={around} />,
  Input: PollInput,
  own: true,
}

function Result({ value, around }: { value: Counted; around: Around }) {
  const words = pollWords[around.lang]
  const rows = [...rowsOf(value)].sort((a, b) => b.for - a.for)
  return (
    <Box>
      <Box sx={{ color: 'text.secondary', mb: 1 }}>
        {totals.map((total) => `${around.words.ballot[total]} ${value[total]}`).join(' · ')}
      </Box>
      <DataTable
        rows={rows}
        id={({ id }) => id}
        columns={[
          { label: words.candidate, cell: ({ id }) => nameOf(id, around) },
          { label: words.votes, right: true, cell: (row) => row.for },
          {
            label: words.result,
            cell: ({ outcome }) => (outcome === 'elected' ? <strong>{words[outcome]}</strong> : words[outcome]),
          },
        ]}
      />
    </Box>
  )
}

/** The candidates are the parts of the record that are open; in a run-off those who tied. */
function PollInput({ id, field, value, change }: InputProps<PollField>) {
  const { words, lang, ledgers } = usePanel()
  const said = pollWords[lang]
  const params = useParams()
  const { data: record } = useRecord(useResourceContext() ?? '', params.id ?? '')
  const typed = (typeof value === 'object' && value !== null ? value : {}) as Typed
  const before = Object.values(record?.data ?? {}).find(
    (each): each is Counted => typeof each === 'object' && each !== null && 'rows' in each,
  )
  const tied = before?.rows.filter(({ outcome }) => outcome === 'tied').map((row) => row.id)
  const states = ledgers.find(({ key }) => key === field.candidates)?.states ?? {}
  const open = (record?.refs ?? []).filter(
    (ref) => ref.as === 'child' && ref.ledger === field.candidates && states[ref.state]?.phase === 'open',
  )
  const standing = tied ? open.filter((ref) => tied.includes(ref.id)) : open
  const elected = before?.rows.filter(({ outcome }) => outcome === 'elected').length ?? 0
  const seats = Number(record?.data[field.seats.slice(1)] ?? 0) - elected
  const votes = (each: string) => typed.rows?.find((row) => row.id === each)?.for ?? null
  const set = (each: string, next: number | null) =>
    change({ ...typed, rows: standing.map((ref) => ({ id: ref.id, for: ref.id === each ? next : votes(ref.id) })) })
  const rows = standing.flatMap((ref): { id: string; for: number }[] => {
    const count = votes(ref.id)
    return count === null ? [] : [{ id: ref.id, for: count }]
  })
  const all = typeof typed.all === 'number' ? typed.all : null
  const outcome = all !== null && rows.length === standing.length ? pollOutcomes(all, seats, rows) : {}
  return (
    <Box role="group" aria-labelledby={`${id}-label`}>
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'repeat(auto-fill, minmax(5rem, 1fr))', mb: 3 }}>
        {totals.map((total, at) => (
          <Count
            key={total}
            id={at === 0 ? id : `${id}-${total}`}
            label={words.ballot[total]}
            value={typed[total] as number | null}
            change={(next) => change({ ...typed, [total]: next })}
          />
        ))}
      </Box>
      {standing.map((ref) => (
        <Box key={ref.id} sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 7rem 6rem', gap: 3, alignItems: 'center', py: 1 }}>
          <label htmlFor={`${id}-${ref.id}`}>{called(ref)}</label>
          <Count id={`${id}-${ref.id}`} value={votes(ref.id)} change={(next) => set(ref.id, next)} />
          <span aria-live="polite">{outcome[ref.id] ? said[outcome[ref.id] as PollRow['outcome']] : ''}</span>
        </Box>
      ))}
    </Box>
  )
}

function Count({
  id,
  label,
  value,
  change,
}: {
  id: string
  label?: string
  value: number | null | undefined
  change: (next: number | null) => void
}) {
  return (
    <Box>
      {label && (
        <Box component="label" htmlFor={id} sx={{ display: 'block', mb: 0.5 }}>
          {label}
        </Box>
      )}
      <OutlinedInput
        id={id}
        value={value ?? ''}
        inputProps={{ inputMode: 'numeric' }}
        onChange={(event) => {
          const digits = event.target.value.replace(/\D/g, '')
          change(digits === '' ? null : Number(digits))
        }}
      />
    </Box>
  )
}

function rowsOf(value: unknown): PollRow[] {
  return typeof value === 'object' && value !== null && 'rows' in value ? (value as Counted).rows : []
}

function nameOf(id: string, { refs, words }: Around): string {
  const ref = refs?.find((each) => each.id === id)
  return ref ? called(ref) : words.form.otherItem
}
