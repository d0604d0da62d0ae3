import { Box, Typography } from '@mui/material'
import { useState } from 'react'
import { writeDay } from '../../shared/deadline/days.ts'
import { usePanel } from '../panel.ts'
import { InlineButton } from '../parts/InlineButton.tsx'
import { writeNumber } from '../parts/number.ts'
import { whatIfWords } from '../words/what-if.ts'

export type Told = { more: number; fewer: number; days: { date: string; more: number; fewer: number }[] }

/** What other rules would change in the mails of the next sixty working days, in a sentence and day by day. */
export function Difference({ told: { more, fewer, days } }: { told: Told }) {
  const { lang } = usePanel()
  const words = whatIfWords[lang]
  const [open, setOpen] = useState(false)
  return (
    <Box role="status" sx={{ px: 5, mb: 3 }}>
      <Typography sx={{ fontWeight: 600 }}>
        {days.length === 0 ? words.same : words.sum(writeNumber(more), writeNumber(fewer))}{' '}
        {days.length > 0 && (
          <InlineButton aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? words.fold : words.look}
          </InlineButton>
        )}
      </Typography>
      {open &&
        days.map((day) => <div key={day.date}>{words.day(writeDay(day.date, lang), writeNumber(day.more), writeNumber(day.fewer))}</div>)}
    </Box>
  )
}
