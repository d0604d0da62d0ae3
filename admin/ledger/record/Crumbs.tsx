import { Box, Link } from '@mui/material'
import { lazy, Suspense } from 'react'
import { Link as To } from 'react-router'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { firstWords } from '../../../shared/heading.ts'
import type { Shown } from '../../data.ts'
import { useWidth } from '../../frame/useWidth.ts'
import { usePanel } from '../../panel.ts'
import { writeNumber } from '../../parts/number.ts'
import { backTo, neighbours } from '../place.ts'

const PapersMenu = lazy(() => import('../print/PapersMenu.tsx').then(({ PapersMenu: it }) => ({ default: it })))

/** The way back: to what it is part of, to the list as it was left, and to the neighbours on it. */
export function Crumbs({ ledger, record }: { ledger: Ledger; record: Shown }) {
  const { words, lang, ledgers } = usePanel()
  const phone = useWidth() === 'phone'
  const beside = neighbours(ledger.key, record.id)
  const whole = (record.refs ?? []).find((ref) => ref.as === 'parent')
  const above = whole && ledgers.find((each) => each.key === whole.ledger)
  const steps = [
    ...(whole && above
      ? [
          { to: backTo(above.key), label: above.label[lang] },
          { to: `/${whole.ledger}/${whole.id}/show`, label: whole.number ?? firstWords(whole.heading, 14) },
        ]
      : []),
    ...(above?.key === ledger.key ? [] : [{ to: backTo(ledger.key), label: ledger.label[lang] }]),
  ]
  return (
    <Box
      sx={{ display: 'flex', justifyContent: 'space-between', flexWrap: 'wrap', gap: 3, fontSize: '0.93rem', mb: 1, displayPrint: 'none' }}
    >
      {phone ? (
        whole ? (
          <Link component={To} to={`/${whole.ledger}/${whole.id}/show`} sx={{ minWidth: 0 }}>
            {`${words.record.parent} ${whole.number ?? firstWords(whole.heading, 14)}`}
          </Link>
        ) : (
          <span />
        )
      ) : (
        <Box component="nav" aria-label={words.frame.breadcrumb}>
          {steps.map(({ to, label }) => (
            <span key={to}>
              <Link component={To} to={to}>
                {label}
              </Link>
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {' / '}
              </Box>
            </span>
          ))}
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {record.number ?? (record.heading === record.id ? '' : firstWords(record.heading, 14))}
          </Box>
        </Box>
      )}
      <Box sx={{ display: 'flex', gap: 3, alignItems: 'center' }}>
        {beside && !phone && (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {words.record.place(writeNumber(beside.at), writeNumber(beside.of))}
          </Box>
        )}
        {beside?.previous && (
          <Link component={To} to={beside.previous} data-key="previous">
            {words.common.previous}
          </Link>
        )}
        {beside?.next && (
          <Link component={To} to={beside.next} data-key="next">
            {words.common.next}
          </Link>
        )}
        {(ledger.papers || record.duties.length > 0) && (
          <Suspense fallback={null}>
            <PapersMenu ledger={ledger} record={record} />
          </Suspense>
        )}
        {!phone && (
          <Link component={To} to={`/sheets/${ledger.key}/${record.id}`}>
            {words.record.sheet}
          </Link>
        )}
      </Box>
    </Box>
  )
}
