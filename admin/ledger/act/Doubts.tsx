import { Box } from '@mui/material'

/** What to look at once more before the step is taken; it can be taken all the same. */
export function Doubts({ doubts }: { doubts: string[] }) {
  if (doubts.length === 0) return null
  return (
    <Box role="note" sx={{ borderLeft: 3, borderColor: 'primary.main', bgcolor: 'primary.light', borderRadius: 1, px: 3, py: 2 }}>
      {doubts.map((doubt) => (
        <div key={doubt}>{doubt}</div>
      ))}
    </Box>
  )
}
