import { Typography } from '@mui/material'
import { useWords } from '../panel.ts'
import { Page } from './Page.tsx'

/** Stands where a page is still being built. */
export function Soon() {
  const words = useWords()
  return (
    <Page title={words.product}>
      <Typography color="text.secondary">{words.frame.soon}</Typography>
    </Page>
  )
}
