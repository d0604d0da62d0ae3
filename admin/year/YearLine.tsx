import { Box, Link } from '@mui/material'
import { Link as To } from 'react-router'
import { writeDay } from '../../shared/deadline/days.ts'
import { called } from '../../shared/heading.ts'
import type { CalendarDay } from '../../shared/wire.ts'
import { besideDay } from '../../shared/words/verbs.ts'
import { usePanel } from '../panel.ts'
import { OfficeName } from '../parts/OfficeName.tsx'
import { yearWords } from '../words/year.ts'

/** One line of a calendar: the day, what comes on it or what is owed by then, in a sentence that opens the item. */
export function YearLine({ day }: { day: CalendarDay }) {
  const { lang, ledgers } = usePanel()
  const { on, what, says, label, ledger, id, number, heading, township } = day
  const kind = ledgers.find(({ key }) => key === ledger)?.label[lang] ?? ledger
  // Of what one desk reads alone no name is told: its kind stands for it.
  const name = says && heading ? heading : called({ number, heading }) || kind
  const [before, after] = (says?.[lang] ?? `${besideDay(label)[lang]}${lang === 'zh' ? '：' : ': '}{this}`).split('{this}')
  return (
    <Box component="li" sx={line}>
      <Box sx={{ flex: 'none', width: '12em', whiteSpace: 'nowrap' }}>{writeDay(on, lang)}</Box>
      <Box sx={{ minWidth: 0, flex: { xs: '1 0 100%', sm: '1 1 0' } }}>
        {what === 'owed' && <span>{yearWords[lang].owed}</span>}
        {township && <OfficeName kind="township" id={township} />}
        {lang === 'zh' ? '' : ' '}
        {before}
        <Link component={To} to={`/${ledger}/${id}/show`} underline="always" title={called({ number, heading })}>
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
