import { Box, Checkbox, FormControlLabel, OutlinedInput } from '@mui/material'
import { restName } from '../../shared/deadline/calendar.ts'
import { writeDay, writeRest } from '../../shared/deadline/days.ts'
import type { FieldOf } from '../../shared/definition/field.ts'
import { usePanel } from '../panel.ts'
import type { InputProps, Kind } from './kind.ts'
import { widths } from './widths.ts'

type DateField = FieldOf<'date'>

export const date: Kind<DateField> = {
  text: (value, _, { lang, today, words, paper }) => {
    if (value === 'none') return words.form.noneDay
    return writeDay(String(value), lang, paper ? {} : { year: 'auto', today, weekday: false })
  },
  Show: ({ value, around: { lang, words } }) => <>{value === 'none' ? words.form.noneDay : writeDay(String(value), lang)}</>,
  Input: DateInput,
}

/** The browser's own day picker, with the weekday below it and the name of a rest day. */
function DateInput({ id, field, value, change, error, required, cell }: InputProps<DateField>) {
  const { lang, words, world, today } = usePanel()
  const day = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : ''
  const rest = day ? restName(world.calendar, day) : null
  return (
    <Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 4, flexWrap: 'wrap' }}>
        <OutlinedInput
          id={id}
          type="date"
          value={day}
          disabled={value === 'none'}
          error={Boolean(error)}
          onChange={(event) => change(event.target.value === '' ? null : event.target.value)}
          inputProps={{
            'aria-describedby': `${id}-help`,
            'aria-invalid': Boolean(error),
            'aria-required': required,
            max: field.past ? today : '2199-12-31',
          }}
          sx={{ width: cell ? '10.5rem' : widths.short }}
        />
        {field.none && !cell && (
          <FormControlLabel
            control={<Checkbox checked={value === 'none'} onChange={(_, checked) => change(checked ? 'none' : null)} />}
            label={words.form.setNone}
          />
        )}
      </Box>
      {day && (
        <Box component="span" aria-live="polite" sx={{ fontSize: '0.87rem', color: 'text.secondary' }}>
          {writeDay(day, lang)}
          {rest ? ` · ${words.form.restDay(writeRest(rest, lang))}` : ''}
        </Box>
      )}
    </Box>
  )
}
