import { Box, Typography } from '@mui/material'
import type { Words } from '../language.ts'

/** The seal with the names of product and county, at the head of the pages outside the panel. */
export function Mark({ words }: { words: Words }) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2.5, mb: 5 }}>
      <Box
        aria-hidden
        sx={{
          width: 32,
          height: 32,
          borderRadius: 1.5,
          bgcolor: 'primary.main',
          color: 'primary.contrastText',
          display: 'grid',
          placeItems: 'center',
          fontWeight: 700,
        }}
      >
        {words.mark}
      </Box>
      <Typography component="p" sx={{ fontSize: 20, fontWeight: 700 }}>
        {words.product} · {words.county}
      </Typography>
    </Box>
  )
}
