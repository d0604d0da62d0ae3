import { Box, Drawer, GlobalStyles } from '@mui/material'
import { type ReactNode, Suspense, useEffect, useState } from 'react'
import { useStore } from 'react-admin'
import { useLocation } from 'react-router'
import { useWords } from '../panel.ts'
import { Bars } from './Bars.tsx'
import { Loading } from './Loading.tsx'
import { Menu } from './Menu.tsx'
import { SessionDialog } from './SessionDialog.tsx'
import { Shortcuts } from './Shortcuts.tsx'
import { TopBar } from './TopBar.tsx'
import { useDownloads } from './useDownloads.ts'
import { useWidth } from './useWidth.ts'

/** The frame of every page: header, menu, content. Sizes in rem, so that the person's text size moves all of it. */
export function Layout({ children }: { children: ReactNode }) {
  const words = useWords()
  const width = useWidth()
  const [openAt, setOpenAt] = useState<string | null>(null)
  const { pathname } = useLocation()
  const [size] = useStore<string>('textSize', '1')
  useEffect(() => {
    document.documentElement.dataset.size = size
  }, [size])
  useDownloads()
  const phone = width === 'phone'
  return (
    <Box sx={{ minHeight: '100vh', display: 'flex', flexDirection: 'column' }}>
      <GlobalStyles
        styles={{ html: { fontSize: `${(phone ? 100 : 93.75) * Number(size)}%` }, '@media print': { html: { fontSize: '93.75%' } } }}
      />
      <Box component="a" href="#main" sx={skip}>
        {words.frame.toContent}
      </Box>
      <TopBar openMenu={() => setOpenAt(pathname)} />
      <Box sx={{ display: 'flex', flex: 1, minWidth: 0 }}>
        {phone ? (
          <Drawer
            open={openAt === pathname}
            onClose={() => setOpenAt(null)}
            slotProps={{ paper: { sx: { width: '17.5rem', maxWidth: '88vw' } } }}
          >
            <Menu />
          </Drawer>
        ) : (
          <Box
            sx={{
              flex: 'none',
              width: width === 'desk' ? '13.87rem' : '4.3rem',
              borderRight: 1,
              borderColor: 'divider',
              bgcolor: 'background.paper',
              displayPrint: 'none',
            }}
          >
            <Box sx={{ position: 'sticky', top: '3.47rem', maxHeight: 'calc(100vh - 3.47rem)', overflowY: 'auto' }}>
              <Menu small={width === 'tablet'} />
            </Box>
          </Box>
        )}
        <Box
          component="main"
          id="main"
          tabIndex={-1}
          sx={{ flex: 1, minWidth: 0, outline: 'none', px: { xs: 4, sm: 6 }, py: { xs: 3, sm: 4 }, '@media print': { p: 0 } }}
        >
          <Box sx={{ maxWidth: '82.7rem', mx: 'auto' }}>
            <Bars />
            <Suspense fallback={<Loading />}>{children}</Suspense>
          </Box>
        </Box>
      </Box>
      <SessionDialog />
      <Shortcuts />
    </Box>
  )
}

const skip = {
  position: 'absolute',
  left: 16,
  top: -80,
  zIndex: 1400,
  px: 4,
  py: 2,
  bgcolor: 'primary.main',
  color: 'primary.contrastText',
  '&:focus': { top: 8 },
} as const
