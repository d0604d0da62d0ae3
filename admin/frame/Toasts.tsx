import CloseIcon from '@mui/icons-material/CloseRounded'
import { Box, Button, IconButton, Paper } from '@mui/material'
import { useEffect } from 'react'
import { useNotificationContext } from 'react-admin'
import { useWords } from '../panel.ts'

/** What has just been done, said once; errors interrupt, a newer one takes the place of an older. `undo` in the notification's options brings a button. */
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
  const undo = first?.notificationOptions?.messageArgs?.undo as (() => void) | undefined
  return (
    <Box
      role={failed ? 'alert' : 'status'}
      sx={{
        position: 'fixed',
        left: 0,
        right: 0,
        bottom: { xs: 88, sm: 24 },
        zIndex: 1500,
        display: 'flex',
        justifyContent: 'center',
        pointerEvents: 'none',
        displayPrint: 'none',
      }}
    >
      {first && (
        <Paper
          elevation={6}
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 2,
            pl: 4,
            pr: 1,
            py: 1,
            mx: 4,
            maxWidth: 640,
            pointerEvents: 'auto',
            border: 1,
            borderColor: failed ? 'error.main' : 'primary.main',
            color: failed ? 'error.main' : 'text.primary',
          }}
        >
          <span>{first.message}</span>
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
