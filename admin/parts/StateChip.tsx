import { Box } from '@mui/material'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { stateText } from '../ledger/sent-back.ts'
import { usePanel } from '../panel.ts'

type Props = { ledger: Ledger; state: string; took?: LedgerRecord['took']; plain?: boolean }

/**
 * The state as a pill: soft blue while open, outlined as a draft, dashed while paused, plain grey when done or void. Never a lamp's colour. With the
 * steps that were taken it says too that the record was sent back.
 */
export function StateChip({ ledger, state, took = {}, plain = false }: Props) {
  const { lang } = usePanel()
  const found = ledger.states[state]
  const label = stateText(ledger, { state, took }, lang)
  if (plain) return <>{label}</>
  const phase = found?.phase ?? 'open'
  return (
    <Box component="span" sx={{ ...pill, ...looks[phase] }}>
      {label}
    </Box>
  )
}

const pill = {
  display: 'inline-flex',
  alignItems: 'center',
  minHeight: '1.73rem',
  px: 3,
  borderRadius: '999px',
  border: '1px solid transparent',
  fontWeight: 600,
  fontSize: '0.94rem',
  whiteSpace: 'nowrap',
} as const

const looks = {
  draft: { borderColor: 'primary.main', color: 'primary.main' },
  open: { bgcolor: 'primary.light', color: 'primary.main' },
  paused: { borderColor: 'primary.main', borderStyle: 'dashed', color: 'primary.main' },
  done: { color: 'text.secondary', px: 0 },
  void: { color: 'text.secondary', px: 0 },
} as const
