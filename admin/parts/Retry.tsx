import { Button, Typography } from '@mui/material'
import { useWords } from '../panel.ts'

/** Says what could not be loaded, and asks again. */
export function Retry({ sentence, retry }: { sentence: string; retry: () => void }) {
  const { common } = useWords()
  return (
    <Typography role="alert">
      {sentence}{' '}
      <Button variant="text" onClick={retry}>
        {common.retry}
      </Button>
    </Typography>
  )
}
