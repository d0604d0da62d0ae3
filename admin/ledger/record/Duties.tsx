import { Box, Button } from '@mui/material'
import { useState } from 'react'
import { writeDay } from '../../../shared/deadline/days.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { sits } from '../../../shared/engine/seats.ts'
import type { Shown, ShownDuty } from '../../data.ts'
import { usePanel } from '../../panel.ts'
import { DayText } from '../../parts/DayText.tsx'
import { Lamp } from '../../parts/Lamp.tsx'
import { dutyLamp, punctuality } from '../../parts/lamp-of.ts'
import { OfficeName } from '../../parts/OfficeName.tsx'
import { actorName } from '../../parts/office.ts'
import { Sheet } from '../../parts/Sheet.tsx'
import { mayUrge } from '../list/late.ts'
import { useEvents } from '../useRecord.ts'
import { doneBy, inOrder } from './duty-order.ts'
import { Urge } from './Urge.tsx'
import { urgedTimes, useNotices } from './useNotices.ts'
import { WhyToggle } from './WhyPanel.tsx'

const SHOWN_DONE = 3

/** Who owes what by when: mine first, then overdue, then soonest; done ones after, folded from the fourth. */
export function Duties({ ledger, record }: { ledger: Ledger; record: Shown }) {
  const { words, scope } = usePanel()
  const [all, setAll] = useState(false)
  if (record.duties.length === 0) return null
  const { live, over } = inOrder(record.duties, (duty) => sits(scope, duty.holder))
  const shown = [...live, ...(all ? over : over.slice(0, SHOWN_DONE))]
  const rest = live.length + over.length - shown.length
  return (
    <Sheet title={words.record.duties}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {shown.map((duty) => (
          <Duty key={duty.id} duty={duty} ledger={ledger} record={record} />
        ))}
      </Box>
      {rest > 0 && (
        <Button variant="text" onClick={() => setAll(true)}>
          {words.record.doneMore(rest)}
        </Button>
      )}
    </Sheet>
  )
}

function Duty({ duty, ledger, record }: { duty: ShownDuty; ledger: Ledger; record: Shown }) {
  const { words, lang, scope, offices, today } = usePanel()
  const { data } = useEvents(ledger.key, record.id, record.version)
  const by = doneBy(duty, data?.data ?? [])
  const urge = mayUrge(scope, record) && duty.overdue && !sits(scope, duty.holder)
  const times = urgedTimes(useNotices(record.id), duty)
  const urged = words.record.urged(times.urged, times.reminded)
  const done = duty.state === 'done'
  const how = punctuality(duty, record.duties, words)
  return (
    <Box component="li" sx={{ py: 2.5, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0, pt: 0 } }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: 3 }}>
        <strong>{duty.label[lang]}</strong>
        <Lamp {...dutyLamp(duty, words, lang)} />
      </Box>
      <Box sx={{ color: 'text.secondary', fontSize: '0.93rem' }}>
        <OfficeName id={duty.holder.id} kind={duty.holder.kind} />
        {done && duty.doneOn ? (
          <>
            {' · '}
            {by && `${words.record.doneBy(actorName(offices, by, lang))} · `}
            {words.record.doneOn(writeDay(duty.doneOn, lang, { year: 'auto', today, weekday: false }))}
            {how && `${words.common.of}${how}`}
          </>
        ) : (
          duty.dueOn && (
            <>
              {' · '}
              <DayText day={duty.dueOn} />
              {duty.why.provisional && ` · ${words.lamp.provisional}`}
            </>
          )
        )}
        {duty.state !== 'void' && (
          <>
            {' · '}
            <WhyToggle ledger={ledger} record={record} duty={duty} short />
          </>
        )}
        {urged && duty.state === 'open' && ` · ${urged}`}
        {urge && (
          <>
            {' · '}
            <Urge duty={duty} record={record} />
          </>
        )}
      </Box>
    </Box>
  )
}
