import { Box, ButtonBase } from '@mui/material'
import { addDays, restName, weekdayOf } from '../../shared/deadline/calendar.ts'
import { writeDay } from '../../shared/deadline/days.ts'
import { usePanel } from '../panel.ts'
import { writeNumber } from '../parts/number.ts'
import { noticeWords } from '../words/notices.ts'
import type { Forecast } from './notices.ts'
import { restBelow } from './rule.ts'

/** Sixty working days as a calendar, Monday first. Each working day tells its mails; rest days are grey with their names and cannot be opened. */
export function DayStrip({ forecast, date, choose }: { forecast: Forecast; date: string; choose: (day: string) => void }) {
  const { lang } = usePanel()
  const words = noticeWords[lang].forecast
  const { from, to } = forecast
  const monday = addDays(from, -((weekdayOf(from) + 6) % 7))
  const mails = new Map(forecast.days.map((day) => [day.date, day.mails]))
  const days: string[] = []
  for (let day = monday; day <= to; day = addDays(day, 1)) days.push(day)
  return (
    <Box
      role="group"
      aria-label={words.day}
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: { xs: 'repeat(auto-fill, minmax(7rem, 1fr))', md: 'repeat(7, minmax(0, 1fr))' },
        mb: 4,
      }}
    >
      {days.map((day) => (
        <Day key={day} day={day} mails={mails.get(day)} chosen={day === date} choose={choose} />
      ))}
    </Box>
  )
}

type Props = { day: string; mails: number | undefined; chosen: boolean; choose: (day: string) => void }

function Day({ day, mails, chosen, choose }: Props) {
  const { lang, today, world } = usePanel()
  const words = noticeWords[lang].forecast
  const rest = restName(world.calendar, day)
  const ahead = mails !== undefined
  const below = rest ? restBelow(rest, day, lang) : ahead ? words.mails(writeNumber(mails)) : ''
  return (
    <ButtonBase
      disabled={!ahead}
      aria-pressed={chosen}
      onClick={() => choose(day)}
      sx={{
        display: 'block',
        minWidth: 0,
        font: 'inherit',
        textAlign: 'left',
        px: 3,
        py: 2,
        border: 1,
        borderRadius: 2,
        minHeight: '3.7rem',
        borderColor: chosen ? 'primary.main' : 'divider',
        bgcolor: chosen ? 'action.selected' : rest ? 'transparent' : 'background.paper',
        color: ahead ? 'text.primary' : 'text.secondary',
      }}
    >
      <Box component="span" sx={{ display: 'block', fontSize: '0.87rem', wordBreak: 'keep-all', overflowWrap: 'anywhere' }}>
        {writeDay(day, lang, { year: 'auto', today })}
      </Box>
      <Box component="span" sx={{ fontWeight: mails ? 700 : 400 }}>
        {below}
      </Box>
    </ButtonBase>
  )
}
