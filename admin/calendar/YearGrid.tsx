import { Box } from '@mui/material'
import { addDays, type Calendar, makeUpName, restName, weekdayOf } from '../../shared/deadline/calendar.ts'
import { writeDay, writeRest } from '../../shared/deadline/days.ts'
import { usePanel } from '../panel.ts'
import { calendarWords } from '../words/calendar.ts'

/** Twelve months. Holidays are filled and make-up working days framed; the day's name is in its title and in the list beside. */
export function YearGrid({ year, calendar }: { year: number; calendar: Calendar }) {
  const { lang } = usePanel()
  const words = calendarWords[lang]
  return (
    <>
      <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: 'repeat(auto-fill, minmax(13rem, 1fr))' }}>
        {Array.from({ length: 12 }, (_, at) => (
          <Month key={words.month(at + 1)} first={`${year}-${String(at + 1).padStart(2, '0')}-01`} calendar={calendar} />
        ))}
      </Box>
      <Box aria-hidden sx={{ display: 'flex', gap: 5, mt: 4, fontSize: '0.87rem', color: 'text.secondary' }}>
        <span>
          <Box component="span" sx={{ ...cell, ...holiday, mr: 1 }}>
            8
          </Box>
          {words.legendRest}
        </span>
        <span>
          <Box component="span" sx={{ ...cell, ...made, mr: 1 }}>
            8
          </Box>
          {words.legendWork}
        </span>
      </Box>
    </>
  )
}

function Month({ first, calendar }: { first: string; calendar: Calendar }) {
  const { lang, today } = usePanel()
  const words = calendarWords[lang]
  const days = Array.from({ length: 31 }, (_, at) => addDays(first, at)).filter((day) => day.slice(0, 7) === first.slice(0, 7))
  return (
    <Box component="section" aria-label={words.month(Number(first.slice(5, 7)))}>
      <Box sx={{ fontWeight: 700, mb: 1 }}>{words.month(Number(first.slice(5, 7)))}</Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(7, 1fr)', rowGap: '2px', justifyItems: 'center' }}>
        {words.weekdays.map((name) => (
          <Box key={name} aria-hidden sx={{ fontSize: '0.87rem', color: 'text.secondary' }}>
            {name}
          </Box>
        ))}
        {days.map((day, at) => {
          const rest = restName(calendar, day)
          const name = rest ?? makeUpName(calendar, day)
          const weekend = weekdayOf(day) === 0 || weekdayOf(day) === 6
          const look = rest === null ? (name ? made : {}) : calendar.off[day] || !weekend ? holiday : { color: 'text.secondary' }
          return (
            <Box
              key={day}
              component="time"
              dateTime={day}
              title={[writeDay(day, lang), name ? writeRest(name, lang) : '', day === today ? words.today : ''].filter(Boolean).join(' ')}
              sx={{
                ...cell,
                ...look,
                ...(at === 0 ? { gridColumnStart: ((weekdayOf(day) + 6) % 7) + 1 } : {}),
                ...(day === today ? { fontWeight: 700, textDecoration: 'underline' } : {}),
              }}
            >
              {Number(day.slice(8))}
            </Box>
          )
        })}
      </Box>
    </Box>
  )
}

const cell = {
  display: 'inline-grid',
  placeItems: 'center',
  width: '1.75rem',
  height: '1.75rem',
  borderRadius: 1,
  border: '1px solid transparent',
  fontSize: '0.94rem',
} as const
const holiday = { bgcolor: 'action.selected', color: 'primary.main', fontWeight: 700 } as const
const made = { borderColor: 'primary.main' } as const
