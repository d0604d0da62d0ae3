import { Box, LinearProgress, Typography } from '@mui/material'
import { usePanel } from '../panel.ts'
import { writeNumber } from '../parts/number.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { importWords } from '../words/imports.ts'
import type { Job } from './job.ts'

/** How far it has come, in counted rows. Leaving is safe while rows are stored. */
export function Running({ job, percent, storing = false }: { job: Job | null; percent: number; storing?: boolean }) {
  const { lang } = usePanel()
  const words = importWords[lang]
  const { done = 0, of = 0 } = job?.progress ?? {}
  const counts = [writeNumber(done), writeNumber(of)] as const
  const uploading = !job && percent > 0 && percent < 100
  const text = uploading
    ? words.check.uploading(percent)
    : of > 0
      ? job?.state === 'storing'
        ? words.store.counted(...counts)
        : words.check.counted(...counts)
      : storing
        ? words.store.starting
        : words.check.checking
  const known = uploading ? percent : of > 0 ? (done / of) * 100 : undefined
  return (
    <Sheet>
      <Box role="status">
        <Typography sx={{ mb: 2 }}>{text}</Typography>
        <LinearProgress
          aria-label={text}
          {...(known === undefined ? {} : { variant: 'determinate' as const, value: known })}
          sx={{ height: 8, borderRadius: 4 }}
        />
        {storing && (
          <Typography color="text.secondary" sx={{ mt: 2 }}>
            {words.store.safe}
          </Typography>
        )}
      </Box>
    </Sheet>
  )
}
