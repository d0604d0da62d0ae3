import { Box, Link as MuiLink, Skeleton } from '@mui/material'
import { Link } from 'react-router'
import type { Lamp } from '../../shared/deadline/days.ts'
import { LampText } from '../parts/Lamp.tsx'
import { writeNumber } from '../parts/number.ts'
import { type Filter, listLink } from './links.ts'

type Props = { to: { ledger: string; filter: Filter } | null; n?: number | undefined; text?: string; colour?: Lamp }

/** Where a page divides a number that no one list holds: its own table, each number of which opens its records. */
export const DIVIDED = 'by-system'

/** A number that opens its records, or the name of what it counts. 0 is pale and no link; what has not come yet is grey. */
export function CountLink({ to, n, text, colour }: Props) {
  if (text === undefined && n === undefined) return <Skeleton animation={false} width="1.6rem" sx={{ display: 'inline-block' }} />
  if (n === 0) return <Box sx={{ color: 'text.secondary', opacity: 0.85 }}>0</Box>
  const written = text ?? writeNumber(n ?? 0)
  const inked = colour ? <LampText colour={colour}>{written}</LampText> : written
  if (!to) return <>{inked}</>
  return (
    <MuiLink
      component={Link}
      to={listLink(to.ledger, to.filter, text === undefined ? 'dueOn' : undefined)}
      sx={{ '@media print': { color: 'inherit' } }}
    >
      {inked}
    </MuiLink>
  )
}
