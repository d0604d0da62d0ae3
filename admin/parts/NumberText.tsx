import { Box } from '@mui/material'
import { rateBar } from '../tokens.ts'
import { writeNumber, writeRate } from './number.ts'

/** A rate with its bar; the share in words stands in the title. */
export function RateText({ num, den, bar = true }: { num: number; den: number; bar?: boolean }) {
  return (
    <Box
      component="span"
      title={den === 0 ? undefined : `${writeNumber(num)} / ${writeNumber(den)}`}
      sx={{ display: 'inline-flex', alignItems: 'baseline', gap: 2 }}
    >
      {bar && den > 0 && (
        <Box
          component="span"
          aria-hidden
          sx={{
            width: 64,
            height: 6,
            borderRadius: 3,
            bgcolor: 'divider',
            overflow: 'hidden',
            display: 'inline-block',
            position: 'relative',
            top: '-0.2em',
            displayPrint: 'none',
          }}
        >
          <Box component="span" sx={{ display: 'block', height: '100%', width: `${(num / den) * 100}%`, bgcolor: rateBar }} />
        </Box>
      )}
      {writeRate(num, den)}
    </Box>
  )
}
