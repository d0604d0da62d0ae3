import { Box, Link } from '@mui/material'
import { Link as To } from 'react-router'
import type { Ledger } from '../../../shared/ledger.ts'
import type { Shown } from '../../data.ts'
import { useWidth } from '../../frame/useWidth.ts'
import { usePanel } from '../../panel.ts'
import { writeNumber } from '../../parts/number.ts'
import { backTo, neighbours } from '../place.ts'

/** The way back to the list as it was left, and to the neighbours on it. */
export function Crumbs({ ledger, record }: { ledger: Ledger; record: Shown }) {
  const { words, lang } = usePanel()
  const phone = useWidth() === 'phone'
  const beside = neighbours(ledger.key, record.id)
  return (
    <Box
      sx={{ display: 'flex', justifyContent: 'space-between', flexWrap: 'wrap', gap: 3, fontSize: '0.93rem', mb: 1, displayPrint: 'none' }}
    >
      {phone ? (
        <span />
      ) : (
        <Box component="nav" aria-label={words.frame.breadcrumb}>
          <Link component={To} to={backTo(ledger.key)}>
            {ledger.label[lang]}
          </Link>
          <Box
            component="span"
            sx={{ color: 'text.secondary' }}
          >{` / ${record.number ?? ledger.states[record.state]?.label[lang] ?? ''}`}</Box>
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
        {!phone && (
          <Link component={To} to={`/sheets/${ledger.key}/${record.id}`}>
            {words.record.sheet}
          </Link>
        )}
      </Box>
    </Box>
  )
}
