import { Box, Button, Typography } from '@mui/material'
import type { Words } from '../language.ts'

/** The server did not answer at the start. */
export function Failed({ words, retry }: { words: Words; retry: () => void }) {
  return (
    <Box component="main" sx={{ maxWidth: 480, margin: '15vh auto', padding: 4 }}>
      <Typography variant="h1" component="h1" sx={{ mb: 4 }}>
        {words.fault.network}
      </Typography>
      <Button variant="contained" onClick={retry}>
        {words.common.retry}
      </Button>
    </Box>
  )
}
