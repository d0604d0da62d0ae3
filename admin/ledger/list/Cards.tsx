import { Box, Button, Link, Paper } from '@mui/material'
import { useInfinitePaginationContext, useListContext } from 'react-admin'
import { Link as To } from 'react-router'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { Shown } from '../../data.ts'
import { useAround } from '../../fields/useAround.ts'
import { usePanel } from '../../panel.ts'
import { StateChip } from '../../parts/StateChip.tsx'
import { cellText, RecordLamp } from './Cell.tsx'
import { useListOf } from './ListContext.ts'

/** The list on a phone: a card a record; the next ones come below. */
export function Cards() {
  const { words } = usePanel()
  const { ledgerOf } = useListOf()
  const { data = [], perPage } = useListContext<Shown>()
  const { hasNextPage, fetchNextPage, isFetchingNextPage } = useInfinitePaginationContext()
  return (
    <>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2.5 }}>
        {data.map((record) => {
          const ledger = ledgerOf(record.ledger)
          return ledger && <Card key={`${record.ledger}/${record.id}`} record={record} ledger={ledger} />
        })}
      </Box>
      {hasNextPage && (
        <Button fullWidth sx={{ mt: 3 }} disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.list.more(perPage)}
        </Button>
      )}
    </>
  )
}

function Card({ record, ledger }: { record: Shown; ledger: Ledger }) {
  const { scope, lang } = usePanel()
  const { ledgers } = useListOf()
  const around = useAround(ledger, record)
  const office = scope.office.kind === 'unit' ? undefined : Object.entries(ledger.fields).find(([, field]) => field.kind === 'office')?.[0]
  const text = (source: string, as: 'number' | 'township' | 'field') => cellText({ source, as, hidden: false }, record, ledger, around)
  const place = scope.office.kind === 'township' ? '' : text('township', 'township')
  return (
    <Paper component="li" variant="outlined" sx={{ borderRadius: 2, p: 4, position: 'relative' }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', mb: 2 }}>
        <RecordLamp record={record} ledger={ledger} />
        <Box sx={{ color: 'text.secondary' }}>
          <StateChip ledger={ledger} state={record.state} plain />
        </Box>
      </Box>
      <Link component={To} to={`/${record.ledger}/${record.id}/show`} data-row-link underline="none" sx={heading}>
        {record.heading}
      </Link>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 3, color: 'text.secondary', mt: 1 }}>
        <span>{[ledgers.length > 1 ? ledger.label[lang] : '', text('number', 'number'), place].filter(Boolean).join(' · ')}</span>
        <Box component="span" sx={{ flex: 'none', maxWidth: '50%' }}>
          {office ? text(office, 'field') : ''}
        </Box>
      </Box>
    </Paper>
  )
}

const heading = {
  color: 'text.primary',
  fontWeight: 700,
  display: '-webkit-box',
  WebkitLineClamp: 2,
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
  '&::after': { content: '""', position: 'absolute', inset: 0 },
} as const
