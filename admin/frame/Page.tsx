import { Box, Typography } from '@mui/material'
import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '../panel.ts'

type Props = { title: string; documentTitle?: string; above?: ReactNode; beside?: ReactNode; children: ReactNode; loading?: boolean }

/** One page: its one `h1`, which takes the focus when the page is opened, and the window's title. `beside` are the page's buttons. */
export function Page({ title, documentTitle, above, beside, children, loading = false }: Props) {
  const words = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  const full = documentTitle ?? title
  useEffect(() => {
    document.title = `${full} · ${words.product}`
  }, [full, words.product])
  useEffect(() => {
    if (!loading && !document.activeElement?.closest('[role=dialog], form, [role=search]')) heading.current?.focus({ preventScroll: true })
  }, [loading])
  return (
    <>
      {above}
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 3, flexWrap: 'wrap', mb: { xs: 2, sm: 3 } }}>
        <Typography
          ref={heading}
          tabIndex={-1}
          variant="h1"
          component="h1"
          sx={{ flex: '1 1 320px', minWidth: 0, outline: 'none', overflowWrap: 'anywhere', py: '2px' }}
        >
          {title}
        </Typography>
        {beside && <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', displayPrint: 'none' }}>{beside}</Box>}
      </Box>
      {children}
    </>
  )
}
