import { Box, Button, Link as MuiLink, Paper, Skeleton } from '@mui/material'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useWords } from '../panel.ts'
import { LampText } from '../parts/Lamp.tsx'
import { writeNumber } from '../parts/number.ts'
import type { CountyWords } from '../words/county.ts'

type Query = { isPending: boolean; isError: boolean; refetch: () => unknown }
type Props = {
  /** What brings the figure; absent: it is not known for this day. */
  query: Query | undefined
  label: ReactNode
  value?: number | undefined
  text?: string | undefined
  to?: string | undefined
  sub: ReactNode
  red?: boolean
  words: CountyWords
}

/** One figure. A number opens its records; 0 is pale and no link; one that failed can be asked again without the others. */
export function FigureCard({ query, label, value, text, to, sub, red = false, words }: Props) {
  const common = useWords().common
  const written = text ?? (value === undefined ? '—' : writeNumber(value))
  const number = red ? <LampText colour="red">{written}</LampText> : written
  return (
    <Paper variant="outlined" sx={{ px: { xs: 2.5, sm: 3.5 }, pt: 2.5, pb: 3, minWidth: 0, borderRadius: 2 }}>
      <Box sx={{ fontSize: '0.94rem', color: 'text.secondary', overflowWrap: 'anywhere', hyphens: 'auto' }}>{label}</Box>
      <Box
        sx={{
          fontSize: { xs: '1.55rem', sm: '2rem' },
          fontWeight: 700,
          lineHeight: 1.3,
          color: value === 0 ? 'text.secondary' : 'text.primary',
        }}
      >
        {query?.isPending ? (
          <Skeleton animation={false} width="60%" />
        ) : to && (value || text) ? (
          <MuiLink {...(to.startsWith('#') ? { href: to } : { component: Link, to })} color="inherit">
            {number}
          </MuiLink>
        ) : (
          number
        )}
      </Box>
      <Box sx={{ fontSize: '0.87rem', color: 'text.secondary', minHeight: '1.5em' }}>
        {query?.isError ? (
          <Button
            variant="text"
            size="small"
            onClick={() => void query.refetch()}
            title={words.failed}
            sx={{ p: 0, minHeight: 0, fontSize: 'inherit' }}
          >
            {common.retry}
          </Button>
        ) : (
          sub
        )}
      </Box>
    </Paper>
  )
}
