import { Box, Link } from '@mui/material'
import { Link as To } from 'react-router'
import { writeDay } from '../../shared/deadline/days.ts'
import { called } from '../../shared/heading.ts'
import type { CalendarDay } from '../../shared/wire.ts'
import { usePanel } from '../panel.ts'
import { OfficeName } from '../parts/OfficeName.tsx'
import { yearWords } from '../words/year.ts'

/** One line of a calendar: the day, whether it is planned or owed, and the item. */
export function YearLine({ day: { on, what, label, ledger, id, number, heading, township } }: { day: CalendarDay }) {
  const { lang, ledgers } = usePanel()
  const say = yearWords[lang]
  return (
    <Box component="li" sx={line}>
      <Box sx={{ flex: 'none', width: '10.5em' }}>{writeDay(on, lang)}</Box>
      <Box sx={{ flex: 'none', width: '6em', color: 'text.secondary' }}>{say[what]}</Box>
      <Box sx={{ minWidth: 0, flex: { xs: '1 0 100%', sm: '1 1 0' } }}>
        {ledgers.find(({ key }) => key === ledger)?.label[lang]} · {label[lang]}{' '}
        {township && <OfficeName kind="township" id={township} short />}{' '}
        <Link component={To} to={`/${ledger}/${id}/show`} underline="always">
          {called({ number, heading }) || say.restricted}
        </Link>
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
