import { Box, Button, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { LATE } from '../../shared/engine/day.ts'
import { useSayDone } from '../accounts/accounts.ts'
import { usePanel } from '../panel.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { calendarWords } from '../words/calendar.ts'
import { type CountySettings, useSaveSettings } from './settings.ts'

/** How late something may be entered: after how many working days with a reason, after how many days by an administrator alone. */
export function EntryLimits({ settings }: { settings: CountySettings }) {
  const { lang } = usePanel()
  const words = calendarWords[lang]
  const save = useSaveSettings()
  const { done, failed } = useSayDone()
  const [workdays, setWorkdays] = useState(String(settings.entry?.workdays ?? LATE))
  const [days, setDays] = useState(settings.entry?.days === undefined ? '' : String(settings.entry.days))
  const wrong = !isCount(workdays, 250) || (days !== '' && !isCount(days, 3660))
  const send = () =>
    save.mutateAsync({ ...settings, entry: { workdays: Number(workdays), ...(days === '' ? {} : { days: Number(days) }) } }).then(
      () => done(words.entrySaved),
      (error: unknown) => failed(error),
    )
  return (
    <Sheet title={words.entryTitle}>
      <Typography color="text.secondary" sx={{ mb: 3, maxWidth: '44rem' }}>
        {words.entryHelp}
      </Typography>
      <Box
        component="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!wrong) void send()
        }}
        sx={{ display: 'grid', gap: 3, justifyItems: 'start' }}
      >
        <Count label={words.entryWorkdays} value={workdays} change={setWorkdays} />
        <Count label={words.entryDays} value={days} change={setDays} />
        {wrong && (
          <Typography role="alert" variant="caption" sx={{ color: 'error.main' }}>
            {words.entryWrong}
          </Typography>
        )}
        <Button type="submit" variant="contained" disabled={save.isPending || wrong}>
          {words.save}
        </Button>
      </Box>
    </Sheet>
  )
}

function Count({ label, value, change }: { label: string; value: string; change: (value: string) => void }) {
  return (
    <Box component="label" sx={{ display: 'flex', gap: 3, alignItems: 'center', flexWrap: 'wrap' }}>
      <span>{label}</span>
      <TextField
        value={value}
        onChange={(event) => change(event.target.value.trim())}
        slotProps={{ htmlInput: { inputMode: 'numeric', 'aria-label': label, style: { width: '4rem' } } }}
      />
    </Box>
  )
}

const isCount = (text: string, most: number): boolean => /^\d{1,4}$/.test(text) && Number(text) <= most
