import { Button, Typography } from '@mui/material'
import { Link } from 'react-router'
import { useWords } from '../panel.ts'
import { Page } from './Page.tsx'

export function NotFound() {
  const words = useWords()
  return (
    <Page title={words.frame.notFound}>
      <Typography color="text.secondary" sx={{ mb: 4 }}>
        {words.fault.notFound}
      </Typography>
      <Button component={Link} to="/" variant="contained">
        {words.frame.toToday}
      </Button>
    </Page>
  )
}
