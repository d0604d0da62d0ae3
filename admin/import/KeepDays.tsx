import { Box, Button, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { useNotify } from 'react-admin'
import { FILE_DAYS } from '../../shared/importing/keeping.ts'
import { useCountySettings, useSaveSettings } from '../calendar/settings.ts'
import { usePanel } from '../panel.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { readAmount } from '../settings/amounts.ts'
import { sentenceOf } from '../sign/sentence.ts'
import { keepWords } from '../words/keep-days.ts'

const MOST = 3650

/** How long the files of imports are kept: the county's administrator sets it. */
export function KeepDays() {
  const { lang, words: panel } = usePanel()
  const words = keepWords[lang]
  const settings = useCountySettings()
  const save = useSaveSettings()
  const notify = useNotify()
  const [typed, setTyped] = useState<string | null>(null)
  if (!settings.data) return null
  const now = settings.data.fileDays ?? FILE_DAYS
  const days = typed === null ? now : readAmount(typed)
  const fits = days !== null && days >= 1 && days <= MOST
  const send = (fileDays: number) =>
    save.mutate(
      { ...settings.data, fileDays },
      {
        onSuccess: () => {
          setTyped(null)
          notify(words.saved(String(fileDays)), { type: 'success' })
        },
        onError: (error) => notify(sentenceOf(error, panel), { type: 'error' }),
      },
    )
  return (
    <Sheet title={words.title}>
      <Typography color="text.secondary" sx={{ mb: 2 }}>
        {words.help}
      </Typography>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 2, flexWrap: 'wrap' }}>
        <TextField
          value={typed ?? String(now)}
          error={!fits}
          helperText={fits ? '' : words.wrong(String(MOST))}
          onChange={(event) => setTyped(event.target.value)}
          slotProps={{ htmlInput: { inputMode: 'numeric', 'aria-label': words.title }, formHelperText: { sx: { mx: 0 } } }}
          sx={{ width: fits ? '5.5rem' : '14rem' }}
        />
        <span>{words.unit}</span>
        <Button variant="outlined" disabled={!fits || days === now || save.isPending} onClick={() => fits && send(days)}>
          {words.save}
        </Button>
      </Box>
    </Sheet>
  )
}
