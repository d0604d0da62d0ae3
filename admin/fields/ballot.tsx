import { Box, FormControl, FormLabel, OutlinedInput } from '@mui/material'
import type { FieldOf } from '../../shared/definition/field.ts'
import { resultsOf } from '../../shared/definition/options.ts'
import { ballotBase, ballotFaults, ballotResult, threshold } from '../../shared/engine/ballot.ts'
import type { Data, Ballot as Given } from '../../shared/record.ts'
import { usePanel, useSay } from '../panel.ts'
import { RateText } from '../parts/NumberText.tsx'
import { writeNumber, writeRate } from '../parts/number.ts'
import type { Around, InputProps, Kind } from './kind.ts'
import { widths } from './widths.ts'

type Ballot = FieldOf<'ballot'>
type Counts = Record<string, number | null>
const totals = ['all', 'present', 'issued', 'collected', 'valid'] as const

export const ballot: Kind<Ballot> = {
  text: (value, field, { lang, words, data, paper }) => {
    const given = counts(value)
    const options = Object.keys(field.options).map((option) => `${field.options[option]?.[lang]} ${writeNumber(given[option] ?? 0)}`)
    if (!paper) return options.join(words.common.of)
    const all = [...totals.map((total) => countOf(total, given, words)), ...options].join(words.common.of)
    return `${all}${words.common.of}${outcomeOf(field, given as unknown as Given, data ?? {}, words, lang)}`
  },
  Show: BallotShow,
  Input: BallotInput,
  own: true,
}

const countOf = (total: (typeof totals)[number], given: Counts, words: Around['words']) =>
  words.counted(words.ballot[total], String(given[total] ?? 0), isPeople(total))

const isPeople = (total: (typeof totals)[number]) => total === 'all' || total === 'present'

function BallotShow({ value, field, around: { lang, words, data } }: { value: unknown; field: Ballot; around: Around }) {
  const given = counts(value)
  const known = given as unknown as Given
  const base = ballotBase(field, known, data ?? {})
  return (
    <Box>
      <Box sx={{ fontWeight: 600, mb: 1 }}>{outcomeOf(field, known, data ?? {}, words, lang)}</Box>
      <Box sx={{ color: 'text.secondary', mb: 1 }}>{totals.map((total) => countOf(total, given, words)).join(' · ')}</Box>
      {Object.entries(field.options).map(([option, label]) => (
        <Box key={option} sx={{ display: 'flex', justifyContent: 'space-between', maxWidth: widths.one, gap: 4 }}>
          <span>{label[lang]}</span>
          <span>
            {given[option] ?? 0} <RateText num={given[option] ?? 0} den={base} />
          </span>
        </Box>
      ))}
    </Box>
  )
}

/** The counts of a vote. Whether the options add up to the valid votes is said while typing. */
function BallotInput({ id, field, value, change, error, all }: InputProps<Ballot>) {
  const { words, lang } = usePanel()
  const say = useSay()
  const given = counts(value)
  const sum = Object.keys(field.options).reduce((total, option) => total + (given[option] ?? 0), 0)
  const whole = [...totals, ...Object.keys(field.options)].every((key) => typeof given[key] === 'number')
  const [fault] = whole ? ballotFaults(field, given) : []
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
      <Box aria-live="polite" sx={{ mt: 2, color: sum === given.valid && !fault ? 'text.secondary' : 'error.main' }}>
        {!error &&
          typeof given.valid === 'number' &&
          (sum === given.valid ? (fault ? say(fault) : words.act.sumOk) : words.act.sumOff(sum, given.valid))}
      </Box>
      {whole && !fault && (
        <Box aria-live="polite" sx={{ fontWeight: 600 }}>
          {outcomeOf(field, given as unknown as Given, all as Data, words, lang)}
        </Box>
      )}
    </Box>
  )
}

/** The result in words: the votes that count for it, of whom, and whether they pass the threshold of the record's own rule. */
function outcomeOf(field: Ballot, given: Given, data: Data, words: Around['words'], lang: Around['lang']): string {
  const result = ballotResult(field, given, data)
  const passed = field.grades.includes(result)
  const grades = passed ? field.grades.slice(0, field.grades.indexOf(result) + 1) : field.grades
  const votes = grades.reduce((sum, grade) => sum + (given[grade] ?? 0), 0)
  const base = ballotBase(field, given, data)
  const [part, whole] = threshold(field, data)
  const of = totals.find((total) => total === (field.of.startsWith('@') ? data[field.of.slice(1)] : field.of)) ?? 'all'
  const label = (option: string) => field.options[option]?.[lang] ?? option
  return words.act.outcome(
    grades.map(label).join(words.common.and),
    writeNumber(votes),
    words.ballot[of],
    writeNumber(base),
    writeRate(votes, base),
    part * 2 === whole ? words.act.half : words.act.part(part, whole),
    passed,
    resultsOf(field)[result]?.[lang] ?? label(result),
    isPeople(of),
  )
}

function counts(value: unknown): Counts {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Counts) : {}
}
