import { Box, Button, Typography } from '@mui/material'
import { useState } from 'react'
import { calendarWords } from '../../shared/words/calendar.ts'
import { useSayDone } from '../accounts/accounts.ts'
import { TextBox } from '../accounts/Fields.tsx'
import { usePanel } from '../panel.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { type CountySettings, useSaveSettings } from './settings.ts'

/** Term and session of the congress, which new records take by themselves. */
export function TermForm({ settings }: { settings: CountySettings }) {
  const { lang } = usePanel()
  const words = calendarWords[lang]
  const save = useSaveSettings()
  const { done, failed } = useSayDone()
  const [term, setTerm] = useState(String(settings.term ?? ''))
  const [session, setSession] = useState(String(settings.session ?? ''))
  const wrong = [term, session].some((each) => each !== '' && !/^[1-9]\d?$/.test(each))
  const send = async () => {
    const { term: _, session: __, ...rest } = settings
    await save.mutateAsync({ ...rest, ...(term ? { term: Number(term) } : {}), ...(session ? { session: Number(session) } : {}) }).then(
      () => done(words.saved),
      (error: unknown) => failed(error),
    )
  }
  return (
    <Sheet title={words.termTitle}>
      <Typography color="text.secondary" sx={{ mb: 3 }}>
        {words.termHelp}
      </Typography>
      <Box
        component="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3 }}>
          <TextBox id="term" label={words.term} value={term} change={setTerm} />
          <TextBox id="session" label={words.session} value={session} change={setSession} />
        </Box>
        <Button type="submit" disabled={wrong || save.isPending}>
          {words.save}
        </Button>
      </Box>
    </Sheet>
  )
}
