import { Box } from '@mui/material'
import { foundIn } from '../../shared/fold.ts'

/** A text with the words of a search marked, however they are written there. */
export function Marked({ text, q }: { text: string; q: string }) {
  const hits = q === '' ? [] : foundIn(text, q)
  if (hits.length === 0) return text
  const ends = [0, ...hits.map(({ to }) => to)]
  return (
    <>
      {hits.map(({ from, to }, at) => (
        <span key={from}>
          {text.slice(ends[at], from)}
          <Box component="mark" sx={{ bgcolor: 'warning.light', color: 'inherit', borderRadius: '2px' }}>
            {text.slice(from, to)}
          </Box>
        </span>
      ))}
      {text.slice(ends.at(-1))}
    </>
  )
}
