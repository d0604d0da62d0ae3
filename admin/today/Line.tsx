import { Box, Link } from '@mui/material'
import type { ReactNode } from 'react'
import { Link as To } from 'react-router'
import { calledIn } from '../../shared/heading.ts'
import type { Shown } from '../data.ts'
import { usePanel } from '../panel.ts'
import { partOf } from '../parts/part-of.ts'

/** A record in a short list: what marks it (a lamp, a day), its heading, and what is said of it. On a phone one below the other, kept apart by a line. */
export function Line({ record, mark, children }: { record: Shown; mark: ReactNode; children: ReactNode }) {
  const { lang, ledgers } = usePanel()
  return (
    <Box component="li" sx={line}>
      <Box sx={{ flex: lang === 'zh' ? '0 0 9rem' : '0 0 10.8rem' }}>{mark}</Box>
      <Box sx={{ flex: '1 1 14rem', minWidth: 0, overflowWrap: 'anywhere' }}>
        <Link component={To} to={`/${record.ledger}/${record.id}/show`}>
          {calledIn({ heading: record.heading }, partOf(record, ledgers), lang)}
        </Link>
        <Box sx={{ color: 'text.secondary', fontSize: '0.93rem' }}>{children}</Box>
      </Box>
    </Box>
  )
}

const line = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 4,
  rowGap: 1,
  py: { xs: 2.5, sm: 2 },
  borderTop: 1,
  borderColor: 'divider',
  '&:first-of-type': { borderTop: 0 },
} as const
