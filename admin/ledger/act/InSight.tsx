import { Box } from '@mui/material'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { askedBy } from '../../../shared/engine/asked-by.ts'
import type { Act, Shown } from '../../data.ts'
import { Fact, FieldShow } from '../../fields/FieldShow.tsx'
import { FileList } from '../../fields/FileList.tsx'
import { useAround } from '../../fields/useAround.ts'
import { usePanel } from '../../panel.ts'
import { InstantText } from '../../parts/DayText.tsx'
import { actorName } from '../../parts/office.ts'
import { useEvents } from '../useRecord.ts'

/** What is judged stands above the judging: the answer and its letter above the feedback, the reason above the decision. */
export function InSight({ ledger, record, act }: { ledger: Ledger; record: Shown; act: Act }) {
  const { lang, offices, words } = usePanel()
  const around = useAround(ledger, record)
  const { data } = useEvents(ledger.key, record.id, record.version)
  const said = data && askedBy(ledger, record, act, data.data)
  if (!said) return null
  const { step, event } = said
  return (
    <Box
      component="section"
      aria-labelledby="in-sight"
      sx={{ border: 1, borderColor: 'divider', borderRadius: 2, bgcolor: 'background.default', p: 3, maxHeight: '40vh', overflowY: 'auto' }}
      tabIndex={0}
    >
      <Box id="in-sight" sx={{ fontWeight: 600 }}>
        {ledger.transitions[step]?.label[lang] ?? step}
        {event && (
          <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400, fontSize: '0.93rem', ml: 2 }}>
            {event.by.office.kind !== 'system' && `${actorName(offices, event.by, lang)} · `}
            <InstantText at={event.at} />
          </Box>
        )}
      </Box>
      <Box component="dl" sx={{ display: 'grid', gap: 2, m: 0, mt: 2 }}>
        {said.answers.map(([key, value]) => {
          const field = ledger.fields[key]
          return (
            field && (
              <Fact key={key} label={field.label[lang]} wide>
                <FieldShow field={field} value={value} around={around} />
              </Fact>
            )
          )
        })}
        {said.files.length > 0 && (
          <Fact label={words.form.brought} wide>
            <FileList ids={said.files} files={data?.files} />
          </Fact>
        )}
      </Box>
    </Box>
  )
}
