import { Box, FormControl, FormLabel, OutlinedInput } from '@mui/material'
import type { FieldOf } from '../../shared/field.ts'
import { usePanel, useSay } from '../panel.ts'
import { RateText } from '../parts/NumberText.tsx'
import { writeNumber } from '../parts/number.ts'
import type { InputProps, Kind } from './kind.ts'

type Ballot = FieldOf<'ballot'>
type Counts = Record<string, number | null>
const totals = ['all', 'present', 'issued', 'collected', 'valid'] as const

export const ballot: Kind<Ballot> = {
  text: (value, field, { lang, words }) =>
    Object.keys(field.options)
      .map((option) => `${field.options[option]?.[lang]} ${writeNumber(counts(value)[option] ?? 0)}`)
      .join(words.common.of),
  Show: BallotShow,
  Input: BallotInput,
  own: true,
}

function BallotShow({
  value,
  field,
  around: { lang, words },
}: {
  value: unknown
  field: Ballot
  around: { lang: 'zh' | 'en'; words: ReturnType<typeof usePanel>['words'] }
}) {
  const given = counts(value)
  return (
    <Box>
      <Box sx={{ color: 'text.secondary', mb: 1 }}>{totals.map((total) => `${words.ballot[total]} ${given[total] ?? 0}`).join(' · ')}</Box>
      {Object.entries(field.options).map(([option, label]) => (
        <Box key={option} sx={{ display: 'flex', justifyContent: 'space-between', maxWidth: '26rem', gap: 4 }}>
          <span>{label[lang]}</span>
          <span>
            {given[option] ?? 0} <RateText num={given[option] ?? 0} den={given.valid ?? 0} />
          </span>
        </Box>
      ))}
    </Box>
  )
}

/** The counts of a vote. Whether the options add up to the valid votes is said while typing. */
function BallotInput({ id, field, value, change, error }: InputProps<Ballot>) {
  const { words } = usePanel()
  const say = useSay()
  const given = counts(value)
  const sum = Object.keys(field.options).reduce((total, option) => total + (given[option] ?? 0), 0)
  const cell = (key: string, label: string, first = false) => (
    <FormControl key={key}>
      <FormLabel htmlFor={first ? id : `${id}-${key}`} sx={{ color: 'text.primary' }}>
        {label}
      </FormLabel>
      <OutlinedInput
        id={first ? id : `${id}-${key}`}
        value={given[key] ?? ''}
        inputProps={{ inputMode: 'numeric' }}
        onChange={(event) => {
          const digits = event.target.value.replace(/\D/g, '')
          change({ ...given, [key]: digits === '' ? null : Number(digits) })
        }}
      />
    </FormControl>
  )
  return (
    <Box role="group" aria-labelledby={`${id}-label`}>
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'repeat(auto-fill, minmax(6.5rem, 1fr))' }}>
        {totals.map((total, at) => cell(total, words.ballot[total], at === 0))}
        {Object.entries(field.options).map(([option, label]) => cell(option, say(label)))}
      </Box>
      <Box aria-live="polite" sx={{ mt: 2, color: sum === given.valid ? 'text.secondary' : 'error.main' }}>
        {!error && typeof given.valid === 'number' && (sum === given.valid ? words.act.sumOk : words.act.sumOff(sum, given.valid))}
      </Box>
    </Box>
  )
}

function counts(value: unknown): Counts {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Counts) : {}
}
