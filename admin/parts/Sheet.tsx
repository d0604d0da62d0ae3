import { Box, Paper, Typography } from '@mui/material'
import { type ReactNode, useId } from 'react'

type Props = { title?: string; beside?: ReactNode; children: ReactNode; flush?: boolean; as?: 'section' | 'div' }

/** A section reads as a sheet of paper: one line around, no shadow. `flush`: its rows reach the edge. */
export function Sheet({ title, beside, children, flush = false, as = 'section' }: Props) {
  const id = useId()
  return (
    <Paper
      variant="outlined"
      component={as}
      aria-labelledby={title ? id : undefined}
      sx={{ borderRadius: 2, mb: 4, '@media print': { border: 0, mb: 2, '& tr, & li': { breakInside: 'avoid' } } }}
    >
      {title && (
        <Box
          sx={{
            display: 'flex',
            alignItems: 'center',
            flexWrap: 'wrap',
            gap: 2,
            minHeight: '2.4rem',
            px: { xs: 4, sm: 5 },
            pt: 3,
            pb: flush ? 3 : 0,
            '@media print': { px: 0, breakAfter: 'avoid' },
          }}
        >
          <Typography id={id} variant="h2" sx={{ mr: 'auto' }}>
            {title}
          </Typography>
          {beside}
        </Box>
      )}
      <Box sx={flush ? {} : { px: { xs: 4, sm: 5 }, pt: title ? 2 : 4, pb: 4, '@media print': { px: 0 } }}>{children}</Box>
    </Paper>
  )
}
