import { Box, Button, Checkbox, Link, Paper } from '@mui/material'
import { useState } from 'react'
import { useInfinitePaginationContext, useListContext } from 'react-admin'
import { Link as To } from 'react-router'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { calledIn } from '../../../shared/heading.ts'
import type { Shown } from '../../data.ts'
import { useAround } from '../../fields/useAround.ts'
import { usePanel } from '../../panel.ts'
import { partOf } from '../../parts/part-of.ts'
import { StateChip } from '../../parts/StateChip.tsx'
import { CardsBar } from './CardsBar.tsx'
import { cellText, RecordLamp } from './Cell.tsx'
import { Found } from './Found.tsx'
import { useListOf } from './ListContext.ts'
import { asOwed, useHolder } from './owed.ts'
import { Selection } from './Selection.tsx'
import { useTotal } from './useTotal.ts'

/** The list on a phone: a card a record; the next ones come below. While rows are being selected, a tap on a card selects it. */
export function Cards({ selectable }: { selectable: boolean }) {
  const { words } = usePanel()
  const { ledgerOf, measure } = useListOf()
  const { data = [], perPage, selectedIds = [], onUnselectItems } = useListContext<Shown>()
  const [choosing, setChoosing] = useState(false)
  const selecting = selectable && (choosing || selectedIds.length > 0)
  const select = (on: boolean) => {
    setChoosing(on)
    if (!on) onUnselectItems()
  }
  const { hasNextPage, fetchNextPage, isFetchingNextPage } = useInfinitePaginationContext()
  const left = (useTotal() ?? Number.POSITIVE_INFINITY) - data.length
  // A count may be a moment behind the rows.
  const rest = left > 0 ? left : Number.POSITIVE_INFINITY
  return (
    <>
      <CardsBar selecting={selecting} {...(selectable ? { select } : {})} />
      {selecting && (
        <Box sx={{ position: 'sticky', top: '3.47rem', zIndex: 2, bgcolor: 'background.paper', mx: { xs: -4, sm: 0 }, mb: 2.5 }}>
          <Selection />
        </Box>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2.5 }}>
        {data.map((record) => {
          const ledger = ledgerOf(record.ledger)
          return ledger && <Card key={`${record.ledger}/${record.id}`} record={record} ledger={ledger} selecting={selecting} />
        })}
      </Box>
      {hasNextPage && (
        <Button fullWidth sx={{ mt: 3 }} disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.list.more(Math.min(perPage, rest), rest <= perPage, measure)}
        </Button>
      )}
    </>
  )
}

function Card({ record, ledger, selecting }: { record: Shown; ledger: Ledger; selecting: boolean }) {
  const { scope, lang } = usePanel()
  const { ledgers } = useListOf()
  const { selectedIds = [], onToggleItem } = useListContext<Shown>()
  const around = useAround(ledger, record)
  const holder = useHolder()
  const office = scope.office.kind === 'unit' ? undefined : Object.entries(ledger.fields).find(([, field]) => field.kind === 'office')?.[0]
  const text = (source: string, as: 'number' | 'township' | 'field') => cellText({ source, as, hidden: false }, record, ledger, around)
  const place = scope.office.kind === 'township' ? '' : text('township', 'township')
  const title = calledIn({ heading: record.heading }, ledgers.length > 1 ? partOf(record, ledgers) : undefined, lang)
  return (
    <Paper component="li" variant="outlined" sx={{ borderRadius: 2, p: 4, position: 'relative' }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', mb: 2 }}>
        <RecordLamp record={asOwed(record, holder)} ledger={ledger} />
        <Box sx={{ color: 'text.secondary' }}>
          <StateChip ledger={ledger} state={record.state} took={record.took} plain />
        </Box>
      </Box>
      {selecting ? (
        <Box component="label" sx={{ ...heading, display: 'flex', alignItems: 'center', gap: 1 }}>
          <Checkbox checked={selectedIds.includes(record.id)} onChange={() => onToggleItem(record.id)} sx={{ ml: -2.5, my: -2 }} />
          {title}
        </Box>
      ) : (
        <Link component={To} to={`/${record.ledger}/${record.id}/show`} data-row-link underline="none" sx={heading}>
          <Found text={title} />
        </Link>
      )}
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
