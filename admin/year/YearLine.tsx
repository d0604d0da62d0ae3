import { Box, Link } from '@mui/material'
import { Link as To } from 'react-router'
import { writeDay } from '../../shared/deadline/days.ts'
import { called } from '../../shared/heading.ts'
import type { CalendarDay } from '../../shared/wire.ts'
import { calendarLine } from '../../shared/words/calendar.ts'
import { usePanel } from '../panel.ts'
import { officeName } from '../parts/office.ts'
import { yearWords } from '../words/year.ts'

/** One line of a calendar: the day, what comes on it or what is owed by then, in a sentence that opens the item. */
export function YearLine({ day }: { day: CalendarDay }) {
  const { lang, ledgers, offices, scope } = usePanel()
  const { on, ledger, id, township } = day
  const definition = ledgers.find(({ key }) => key === ledger)
  const whose = yearWords[lang][scope.office.kind === 'deputy' ? 'own' : 'owed']
  // A township knows its own place.
  const away = township !== null && township !== scope.township
  const place = away ? officeName(offices, township, lang, 'township') : undefined
  // Of a ledger that the panel does not know, the item is named all the same.
  const { before, name, after } = definition
    ? calendarLine(day, definition, lang, { whose, place })
    : { before: '', name: called(day) || day.label[lang], after: '' }
  return (
    <Box component="li" sx={line}>
      <Box sx={{ flex: 'none', width: '12em', whiteSpace: 'nowrap' }}>{writeDay(on, lang)}</Box>
      <Box sx={{ minWidth: 0, flex: { xs: '1 0 100%', sm: '1 1 0' } }}>
        {before}
        <Link component={To} to={`/${ledger}/${id}/show`} underline="always" title={called(day)}>
          {name}
        </Link>
        {after}
      </Box>
    </Box>
  )
}

const line = {
  display: 'flex',
  flexWrap: { xs: 'wrap', sm: 'nowrap' },
  columnGap: 3,
  py: 1.5,
  borderTop: 1,
  borderColor: 'divider',
  overflowWrap: 'anywhere',
} as const
