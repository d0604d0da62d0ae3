import { Box, Link } from '@mui/material'
import { Link as To } from 'react-router'
import { called } from '../../shared/heading.ts'
import { usePanel } from '../panel.ts'
import { reportWords } from '../words/reports.ts'
import type { Item, WholeReport } from './report.ts'

/** Items of a report behind one of its numbers, opened by it. */
export function Items({ title, items, report, open = false }: { title: string; items: Item[]; report: WholeReport; open?: boolean }) {
  const { lang, ledgers } = usePanel()
  const statesOf = (ledger = report.ledger) => ledgers.find(({ key }) => key === ledger)?.states ?? {}
  return (
    <Box component="details" open={open} sx={{ my: 1.5 }}>
      <Box component="summary" sx={{ cursor: 'pointer', py: 1 }}>
        {title}
      </Box>
      <Box component="ul" sx={{ m: 0, pl: 6 }}>
        {items.map(({ id, ledger, number, heading, state, changed }) => (
          <li key={id}>
            <Link component={To} to={`/${ledger ?? report.ledger}/${id}/show`} underline="always">
              {called({ number, heading })}
            </Link>
            {statesOf(ledger)[state] && ` · ${statesOf(ledger)[state]?.label[lang]}`}
            {changed && state !== '' && ` · ${reportWords[lang].changed}`}
          </li>
        ))}
      </Box>
    </Box>
  )
}
