import ExpandIcon from '@mui/icons-material/ExpandMoreRounded'
import { Accordion, AccordionDetails, AccordionSummary, Box, Link as MuiLink, Typography } from '@mui/material'
import { Link } from 'react-router'
import { writeDay } from '../../shared/deadline/days.ts'
import { called } from '../../shared/heading.ts'
import { personAt } from '../../shared/person-at.ts'
import { ruleWords } from '../../shared/words/rule.ts'
import { usePanel } from '../panel.ts'
import { writeNumber } from '../parts/number.ts'
import { officeName } from '../parts/office.ts'
import { noticeWords } from '../words/notices.ts'
import type { Mailing } from './notices.ts'

/** One mail of a day to come: to whom; opened: about what, and why on this day. */
export function MailingRow({ mailing }: { mailing: Omit<Mailing, 'subject'> }) {
  const { lang, offices, today } = usePanel()
  const words = noticeWords[lang]
  const { office, name, to, total, notices } = mailing
  const due = (day: string | null | undefined) =>
    day ? words.forecast.due(writeDay(day, lang, { year: 'auto', today })) : words.forecast.noDeadline
  return (
    <Accordion
      disableGutters
      elevation={0}
      sx={{ borderBottom: 1, borderColor: 'divider', '&::before': { display: 'none' } }}
      slotProps={{ transition: { unmountOnExit: true } }}
    >
      <AccordionSummary expandIcon={<ExpandIcon />} sx={{ px: 0, font: 'inherit' }}>
        <Box sx={{ display: 'flex', columnGap: 4, rowGap: 1, flexWrap: 'wrap', alignItems: 'baseline', width: '100%', pr: 2 }}>
          <Box sx={{ fontWeight: 600, flex: '0 0 15rem' }}>{personAt(officeName(offices, office.id, lang, office.kind), name)}</Box>
          <Box sx={{ color: 'text.secondary', flex: '0 0 4rem' }}>{words.forecast.items(writeNumber(total))}</Box>
          <Box sx={{ flex: '1 1 16rem', minWidth: 0 }}>{ruleWords(notices[0]?.rule ?? '')[lang]}</Box>
        </Box>
      </AccordionSummary>
      <AccordionDetails sx={{ px: 0 }}>
        <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
          {to}
        </Typography>
        <Box component="ul" sx={{ m: 0, pl: 5 }}>
          {notices.map(({ record, duty, rule, dueOn, ...how }) => (
            <li key={`${record.id}-${duty}-${rule}`}>
              <MuiLink component={Link} to={`/${record.ledger}/${record.id}/show`}>
                {called(record)}
              </MuiLink>
              <Typography variant="body2" color="text.secondary">{`${due(dueOn)} · ${ruleWords(rule, how)[lang]}`}</Typography>
            </li>
          ))}
        </Box>
        {total > notices.length && (
          <Typography color="text.secondary">{words.forecast.more(writeNumber(total - notices.length))}</Typography>
        )}
      </AccordionDetails>
    </Accordion>
  )
}
