import { Box } from '@mui/material'
import { useId } from 'react'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { answersIn, askedBy, givenTo, type Said } from '../../../shared/engine/asked-by.ts'
import { broughtBy } from '../../../shared/engine/attachments.ts'
import type { FileLink } from '../../../shared/record.ts'
import type { Act, Shown } from '../../data.ts'
import { Fact, FieldShow } from '../../fields/FieldShow.tsx'
import { FileList } from '../../fields/FileList.tsx'
import { useAround } from '../../fields/useAround.ts'
import { usePanel } from '../../panel.ts'
import { InstantText } from '../../parts/DayText.tsx'
import { actorName } from '../../parts/office.ts'
import { useEvents } from '../useRecord.ts'

/** What an act answers and builds on stands above its questions: the answer and its letter above the feedback, the opinions of others above the answer. */
export function InSight({ ledger, record, act }: { ledger: Ledger; record: Shown; act: Act }) {
  const { data } = useEvents(ledger.key, record.id, record.version)
  if (!data) return null
  const said = askedBy(ledger, record, act, data.data)
  const others = givenTo(ledger, record, act, data.data).filter(({ seq }) => seq !== said?.event?.seq)
  const all: Said[] = [
    ...(said ? [said] : []),
    ...others.map((event) => ({
      step: event.transition,
      event,
      answers: answersIn(ledger, event),
      files: Object.values(broughtBy(ledger, event)).flat(),
    })),
  ]
  return all.map((each) => <OneSaid key={each.event?.seq ?? each.step} ledger={ledger} record={record} said={each} files={data.files} />)
}

type OneProps = { ledger: Ledger; record: Shown; said: Said; files: FileLink[] | undefined }

function OneSaid({ ledger, record, said, files }: OneProps) {
  const { lang, offices, words } = usePanel()
  const around = useAround(ledger, record)
  const { step, event } = said
  const id = useId()
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 2, bgcolor: 'background.default', p: 3, maxHeight: '40vh', overflowY: 'auto' }}
      tabIndex={0}
    >
      <Box id={id} sx={{ fontWeight: 600 }}>
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
            <FileList ids={said.files} files={files} />
          </Fact>
        )}
      </Box>
    </Box>
  )
}
