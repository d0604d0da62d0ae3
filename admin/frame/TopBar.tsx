import ArrowBackIcon from '@mui/icons-material/ArrowBackIosNewRounded'
import MenuIcon from '@mui/icons-material/MenuRounded'
import SearchIcon from '@mui/icons-material/SearchRounded'
import { Box, IconButton, Typography } from '@mui/material'
import { lazy, Suspense, useState } from 'react'
import { Link, useLocation } from 'react-router'
import { writeDay } from '../../shared/deadline/days.ts'
import { usePanel } from '../panel.ts'
import { Search } from './Search.tsx'
import { UserMenu } from './UserMenu.tsx'
import { useWidth } from './useWidth.ts'

const Bell = lazy(() => import('./Bell.tsx').then(({ Bell: it }) => ({ default: it })))

/** Product, search, day, news, person. On a phone: the menu or the way back, and a search that opens over the bar. */
export function TopBar({ openMenu }: { openMenu: () => void }) {
  const { words, today, lang, ledgers } = usePanel()
  const width = useWidth()
  const [searching, setSearching] = useState(false)
  const [, first = '', second] = useLocation().pathname.split('/')
  const ledger = second ? ledgers.find((each) => each.key === first) : undefined
  const phone = width === 'phone'
  return (
    <Box component="header" sx={bar}>
      {phone && searching ? (
        <Search close={() => setSearching(false)} autoFocus />
      ) : (
        <>
          {phone &&
            (ledger ? (
              <IconButton component={Link} to={`/${ledger.key}`} aria-label={`${words.frame.back} ${ledger.label[lang]}`}>
                <ArrowBackIcon fontSize="small" />
              </IconButton>
            ) : (
              <IconButton onClick={openMenu} aria-label={words.frame.menu}>
                <MenuIcon />
              </IconButton>
            ))}
          <Box
            component={Link}
            to="/"
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 2.5,
              color: 'text.primary',
              textDecoration: 'none',
              minWidth: 0,
              flexShrink: phone ? 1 : 0,
            }}
          >
            <Box aria-hidden sx={mark}>
              {words.mark}
            </Box>
            <Typography component="span" noWrap sx={{ fontWeight: 700, fontSize: '1.13rem' }}>
              {ledger && phone ? ledger.label[lang] : phone ? words.county : `${words.product} · ${words.county}`}
            </Typography>
          </Box>
          {!phone && <Search />}
          <Box sx={{ flex: 1 }} />
          {width === 'desk' && (
            <Typography component="span" color="text.secondary" noWrap sx={{ flex: 'none' }}>
              {writeDay(today, lang)}
            </Typography>
          )}
          {phone && (
            <IconButton onClick={() => setSearching(true)} aria-label={words.frame.searchShort}>
              <SearchIcon />
            </IconButton>
          )}
          <Suspense fallback={null}>
            <Bell />
          </Suspense>
          <UserMenu short={phone} />
        </>
      )}
    </Box>
  )
}

const bar = {
  position: 'sticky',
  top: 0,
  zIndex: 1100,
  height: { xs: '3.5rem', sm: '3.47rem' },
  px: { xs: 2, sm: 5 },
  display: 'flex',
  alignItems: 'center',
  gap: { xs: 2, sm: 4 },
  bgcolor: 'background.paper',
  borderBottom: 1,
  borderColor: 'divider',
  displayPrint: 'none',
} as const

const mark = {
  width: '1.75rem',
  height: '1.75rem',
  borderRadius: '6px',
  bgcolor: 'primary.main',
  color: 'primary.contrastText',
  display: 'grid',
  placeItems: 'center',
  fontWeight: 700,
  fontSize: '1.1rem',
  flex: 'none',
} as const
