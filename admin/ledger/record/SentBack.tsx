import { Box } from '@mui/material'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { Shown } from '../../data.ts'
import { useAround } from '../../fields/useAround.ts'
import { usePanel } from '../../panel.ts'
import { InstantText } from '../../parts/DayText.tsx'
import { actorName } from '../../parts/office.ts'
import { useModule } from '../../useModule.ts'
import { backReason, ledBack, sentBack } from '../sent-back.ts'
import { useEvents } from '../useRecord.ts'

/** Who sent the record back, when, and why in his own words; nothing where nobody did. */
export function SentBack({ ledger, record }: { ledger: Ledger; record: Shown }) {
  const { lang, offices } = usePanel()
  const stands = { state: record.state, took: record.took ?? {} }
  const back = sentBack(ledger, stands)
  const led = back === undefined ? ledBack(ledger, stands) : undefined
  const step = back ?? led?.step
  const { data } = useEvents(ledger.key, record.id, step === undefined ? undefined : record.version)
  const around = useAround(ledger, record)
  // Answers are told by every kind of field there is, which the home page does without.
  const telling = useModule('led back', () => import('../led-back.ts'), led !== undefined)
  const events = data?.data ?? []
  const found = back !== undefined ? backReason(ledger, back, events) : led && telling?.answerBack(ledger, led, events, around)
  // How the record came here is told by its events: by its days alone it may have come otherwise.
  if (step === undefined || (led && !found)) return null
  const by = found?.event.by
  return (
    <Box role="note" sx={{ bgcolor: 'primary.light', borderLeft: 3, borderColor: 'primary.main', borderRadius: 1, px: 3, py: 2, my: 1 }}>
      <strong>{ledger.transitions[step]?.label[lang]}</strong>
      {found && (
        <>
          <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.93rem', ml: 2 }}>
            {by && by.office.kind !== 'system' && `${actorName(offices, by, lang)} · `}
            <InstantText at={found.event.at} />
          </Box>
          <Box sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>{found.reason}</Box>
        </>
      )}
    </Box>
  )
}
