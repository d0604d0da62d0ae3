import { Box } from '@mui/material'
import type { ReactNode } from 'react'

/** The buttons that end a form in a drawer: in sight however long the form is and however low the window. */
export function FormEnd({ children }: { children: ReactNode }) {
  return <Box sx={end}>{children}</Box>
}

/** What a drawer adds, so that what has the focus is not hidden behind them. */
export const aboveFormEnd = { scrollPaddingBottom: '5rem' } as const

const end = {
  position: 'sticky',
  // From where the padding of the drawer begins, as browsers measure it.
  bottom: { xs: '-16px', sm: '-24px' },
  zIndex: 2,
  display: 'flex',
  justifyContent: 'flex-end',
  gap: 3,
  py: 3,
  px: { xs: 4, sm: 6 },
  mx: { xs: -4, sm: -6 },
  mb: { xs: -4, sm: -6 },
  bgcolor: 'background.paper',
  borderTop: 1,
  borderColor: 'divider',
} as const
