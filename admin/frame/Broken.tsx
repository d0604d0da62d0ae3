import { Box, Button, Typography } from '@mui/material'
import { useRouteError } from 'react-router'
import { useWords } from '../panel.ts'

/** A page threw, or the router did. What was being written is in the autosave. */
export function Broken({ error }: { error?: unknown }) {
  const words = useWords()
  const thrown = useRouteError()
  console.error(error ?? thrown)
  return (
    <Box component="main" sx={{ maxWidth: 560, margin: '12vh auto', padding: 6 }}>
      <Typography variant="h1" component="h1" role="alert" sx={{ mb: 4 }}>
        {words.fault.page}
      </Typography>
      <Button variant="contained" onClick={() => window.location.reload()}>
        {words.frame.reload}
      </Button>{' '}
      <Button href="/">{words.frame.today}</Button>
    </Box>
  )
}
