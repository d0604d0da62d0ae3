import { Box, ButtonBase, Tooltip } from '@mui/material'
import { useEffect, useRef } from 'react'
import { Link, useLocation } from 'react-router'
import { useWords } from '../panel.ts'
import { LampText } from '../parts/Lamp.tsx'
import type { SvgIconComponent } from './icon.ts'

type Props = { to: string; label: string; icon: SvgIconComponent; count?: number; also?: string[]; small?: boolean } & Lamps
/** How many of what is owed there are late; and whether the others are near. */
type Lamps = { late?: number; near?: boolean }

/**
 * A row of the menu. The count is what my office owes there, never the number of records; nothing when it owes nothing. What is late is a number of its
 * own.
 */
export function MenuLink({ to, label, icon: Icon, count = 0, also = [to], late = 0, near = false, small = false }: Props) {
  const words = useWords()
  const { pathname } = useLocation()
  const here = also.some((path) => (path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`)))
  const own = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (here) own.current?.scrollIntoView({ block: 'nearest' })
  }, [here])
  const said = near ? words.frame.owedBy(late, count) : words.frame.owed(count)
  const row = (
    <ButtonBase
      ref={own}
      component={Link}
      to={to}
      aria-current={here ? 'page' : undefined}
      aria-label={small ? label : undefined}
      sx={{
        ...shape,
        justifyContent: small ? 'center' : 'flex-start',
        ...(here ? { bgcolor: 'action.selected', color: 'primary.main', fontWeight: 700 } : {}),
      }}
    >
      <Icon aria-hidden sx={{ fontSize: '1.25rem', color: here ? 'primary.main' : 'text.secondary' }} />
      {!small && (
        <Box component="span" sx={{ flex: 1, minWidth: 0, lineHeight: 1.25, overflowWrap: 'anywhere' }}>
          {label}
        </Box>
      )}
      {!small && late + count > 0 && (
        <Box component="span" sx={{ fontSize: '0.93rem', display: 'flex', gap: 2 }} title={said}>
          {late > 0 && (
            <span aria-hidden>
              <LampText colour="red">{late}</LampText>
            </span>
          )}
          {count > 0 && <span aria-hidden>{near ? <LampText colour="amber">{count}</LampText> : count}</span>}
          <Box component="span" sx={{ position: 'absolute', clip: 'rect(0 0 0 0)', width: '1px', height: '1px', overflow: 'hidden' }}>
            {said}
          </Box>
        </Box>
      )}
    </ButtonBase>
  )
  return small ? (
    <Tooltip title={label} placement="right">
      {row}
    </Tooltip>
  ) : (
    row
  )
}

const shape = {
  width: '100%',
  minHeight: { xs: '2.9rem', sm: '2.4rem' },
  px: 3,
  gap: 3,
  borderRadius: 1.5,
  color: 'text.primary',
  textAlign: 'left',
  fontSize: '1rem',
  fontFamily: 'inherit',
  '&:hover': { bgcolor: 'action.hover' },
} as const
