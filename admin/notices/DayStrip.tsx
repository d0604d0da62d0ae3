import { Box, Button, ButtonBase } from '@mui/material'
import { useState } from 'react'
import { addDays, isWorkday, restName, weekdayOf } from '../../shared/deadline/calendar.ts'
import { writeDay, writeRest } from '../../shared/deadline/days.ts'
import { usePanel } from '../panel.ts'
import { writeNumber } from '../parts/number.ts'
import { noticeWords } from '../words/notices.ts'
import { usePreview } from './notices.ts'

const SPAN = 14

/** Two weeks, Monday first. Each working day tells its mails; rest days are grey with their names and cannot be opened. */
export function DayStrip({ date, choose }: { date: string; choose: (day: string) => void }) {
  const { lang, today } = usePanel()
  const words = noticeWords[lang].forecast
  const monday = (day: string) => addDays(day, -((weekdayOf(day) + 6) % 7))
  const [from, setFrom] = useState(monday(date))
  const days = Array.from({ length: SPAN }, (_, at) => addDays(from, at))
  return (
    <Box sx={{ mb: 4 }}>
      <Box
        role="group"
        aria-label={words.day}
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'repeat(auto-fill, minmax(7rem, 1fr))', md: 'repeat(7, minmax(0, 1fr))' },
          mb: 2,
        }}
      >
        {days.map((day) => (
          <Day key={day} day={day} chosen={day === date} choose={choose} />
        ))}
      </Box>
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button disabled={from <= today} onClick={() => setFrom(addDays(from, -SPAN))}>
          {words.previous}
        </Button>
        <Button onClick={() => setFrom(addDays(from, SPAN))}>{words.next}</Button>
      </Box>
    </Box>
  )
}

function Day({ day, chosen, choose }: { day: string; chosen: boolean; choose: (day: string) => void }) {
  const { lang, today, world } = usePanel()
  const words = noticeWords[lang].forecast
  const works = isWorkday(world.calendar, day)
  const ahead = works && day >= today
  const preview = usePreview(day, ahead)
  const count = preview.data ? words.mails(writeNumber(preview.data.planned)) : '…'
  const name = writeDay(day, lang, { year: 'auto', today })
  const rest = restName(world.calendar, day)
  const below = rest ? writeRest(rest, lang) : ahead ? count : ''
  return (
    <ButtonBase
      disabled={!ahead}
      aria-pressed={chosen}
      onClick={() => choose(day)}
      sx={{
        display: 'block',
        font: 'inherit',
        textAlign: 'left',
        px: 3,
        py: 2,
        border: 1,
        borderRadius: 2,
        minHeight: '3.7rem',
        borderColor: chosen ? 'primary.main' : 'divider',
        bgcolor: chosen ? 'action.selected' : works ? 'background.paper' : 'transparent',
        color: ahead ? 'text.primary' : 'text.secondary',
      }}
    >
      <Box component="span" sx={{ display: 'block', fontSize: '0.87rem', whiteSpace: 'nowrap' }}>
        {name}
      </Box>
      <Box component="span" sx={{ fontWeight: ahead && preview.data?.planned ? 700 : 400 }}>
        {below}
      </Box>
    </ButtonBase>
  )
}
