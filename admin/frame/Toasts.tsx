import CloseIcon from '@mui/icons-material/CloseRounded'
import { Box, Button, IconButton, Paper } from '@mui/material'
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useNotificationContext } from 'react-admin'
import { useWords } from '../panel.ts'
import { coversPressed, type Place, placeFree } from './place-free.ts'

/**
 * What has just been done, said once, where it lies on nothing that one is about to press; errors interrupt, a newer one takes the place of an older. `undo` in
 * the notification's options brings a button, and so does `open`, which leads to what was made.
 */
export function Toasts() {
  const words = useWords()
  const { notifications, takeNotification } = useNotificationContext()
  const first = notifications[0]
  const waiting = notifications.length > 1
  useEffect(() => {
    // What was done last is what matters now.
    if (waiting) takeNotification()
  }, [waiting, takeNotification])
  useEffect(() => {
    if (!first) return
    const timer = setTimeout(takeNotification, first.notificationOptions?.autoHideDuration ?? 8000)
    return () => clearTimeout(timer)
  }, [first, takeNotification])
  const failed = first?.type === 'error' || first?.type === 'warning'
  const paper = useRef<HTMLDivElement>(null)
  const place = useFreePlace(paper, first)
  const open = first?.notificationOptions?.messageArgs?.open as (() => void) | undefined
  const undo = first?.notificationOptions?.messageArgs?.undo as (() => void) | undefined
  return (
    <Box
      role={failed ? 'alert' : 'status'}
      sx={{
        position: 'fixed',
        left: place?.left ?? 0,
        top: place?.top ?? 0,
        opacity: place ? 1 : 0,
        zIndex: 1500,
        displayPrint: 'none',
      }}
    >
      {first && (
        <Paper
          ref={paper}
          elevation={6}
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 2,
            pl: 4,
            pr: 1,
            py: 1,
            maxWidth: 'min(40rem, calc(100vw - 2rem))',
            border: 1,
            borderColor: failed ? 'error.main' : 'primary.main',
            color: failed ? 'error.main' : 'text.primary',
          }}
        >
          <span>{first.message}</span>
          {open && (
            <Button
              variant="text"
              sx={{ whiteSpace: 'nowrap' }}
              onClick={() => {
                takeNotification()
                open()
              }}
            >
              {words.common.open}
            </Button>
          )}
          {undo && (
            <Button
              variant="text"
              onClick={() => {
                takeNotification()
                undo()
              }}
            >
              {words.common.undo}
            </Button>
          )}
          <IconButton aria-label={words.common.close} onClick={takeNotification}>
            <CloseIcon fontSize="small" />
          </IconButton>
        </Paper>
      )}
    </Box>
  )
}

/** A place that is looked for again whenever the page under it may have moved. */
function useFreePlace(box: RefObject<HTMLElement | null>, shown: unknown): Place | null {
  const [place, setPlace] = useState<Place | null>(null)
  useLayoutEffect(() => {
    if (!shown) return setPlace(null)
    const find = () => {
      const own = box.current
      if (!own) return
      const { width, height } = own.getBoundingClientRect()
      setPlace(placeFree({ width, height }, { width: window.innerWidth, height: window.innerHeight }, coversPressed(own)))
    }
    find()
    const later = () => setTimeout(find, 200)
    const first = later()
    const moves = ['scroll', 'resize', 'click', 'keyup'] as const
    for (const move of moves) window.addEventListener(move, later, { capture: true, passive: true })
    return () => {
      clearTimeout(first)
      for (const move of moves) window.removeEventListener(move, later, { capture: true })
    }
  }, [box, shown])
  return place
}
