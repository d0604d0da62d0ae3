import { Box, Typography } from '@mui/material'
import { addDays, type Calendar, daysBetween, makeUpName, restName, weekdayOf } from '../../shared/deadline/calendar.ts'
import { writeDay, writeRest } from '../../shared/deadline/days.ts'
import { usePanel } from '../panel.ts'
import { calendarWords } from '../words/calendar.ts'

type Span = { name: string; from: string; to: string }

/** The year's rest days by name, each with the days on which work makes up for it. Plain weekends are left out. */
export function RestList({ year, calendar }: { year: number; calendar: Calendar }) {
  const { lang, today } = usePanel()
  const words = calendarWords[lang]
  const write = (day: string) => writeDay(day, lang, { year: 'auto', today })
  const { rests, works } = spansOf(year, calendar)
  if (rests.length === 0) return <Typography color="text.secondary">{words.none}</Typography>
  return (
    <Box component="dl" sx={{ m: 0 }}>
      {rests.map(({ name, from, to }) => (
        <Box key={from} sx={{ mb: 2 }}>
          <Box component="dt" sx={{ fontWeight: 600 }}>{`${writeRest(name, lang)} · ${words.days(daysBetween(from, to) + 1)}`}</Box>
          <Box component="dd" sx={{ m: 0 }}>
            {from === to ? write(from) : words.period(write(from), write(to))}
          </Box>
        </Box>
      ))}
      {works.length > 0 && (
        <Box>
          <Box component="dt" sx={{ fontWeight: 600 }}>
            {words.works}
          </Box>
          {works.map((day) => (
            <Box key={day} component="dd" sx={{ m: 0 }}>{`${write(day)} ${writeRest(makeUpName(calendar, day) ?? '', lang)}`}</Box>
          ))}
        </Box>
      )}
    </Box>
  )
}

function spansOf(year: number, calendar: Calendar): { rests: Span[]; works: string[] } {
  const rests: Span[] = []
  const works: string[] = []
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    if (makeUpName(calendar, day)) works.push(day)
    const name = restName(calendar, day)
    const weekend = weekdayOf(day) === 0 || weekdayOf(day) === 6
    if (name === null || (weekend && calendar.off[day] === undefined)) continue
    const last = rests.at(-1)
    if (last && last.name === name && addDays(last.to, 1) === day) last.to = day
    else rests.push({ name, from: day, to: day })
  }
  return { rests, works }
}
