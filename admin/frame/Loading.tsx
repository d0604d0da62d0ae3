import { Box, Skeleton, Typography } from '@mui/material'
import { useEffect, useState } from 'react'
import { useWords } from '../panel.ts'

/** Grey shapes after 300 ms, a sentence after 5 s; nothing before, so that a fast page does not flicker. */
export function Loading({ rows = 6 }: { rows?: number }) {
  const words = useWords()
  const [waited, setWaited] = useState<'no' | 'some' | 'long'>('no')
  useEffect(() => {
    const some = setTimeout(() => setWaited('some'), 300)
    const long = setTimeout(() => setWaited('long'), 5000)
    return () => {
      clearTimeout(some)
      clearTimeout(long)
    }
  }, [])
  if (waited === 'no') return null
  return (
    <Box role="status" aria-label={words.common.loading} sx={{ py: 4 }}>
      {waited === 'long' && <Typography sx={{ mb: 3 }}>{words.common.slow}</Typography>}
      {Array.from({ length: rows }, (_, at) => `row ${at}`).map((row) => (
        <Skeleton key={row} height={44} animation={false} />
      ))}
    </Box>
  )
}
