import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material'
import { useEffect } from 'react'
import { useBlocker } from 'react-router'
import { useWords } from '../../panel.ts'

/** Asks before a page with unsaved changes is left; closing the window asks in the browser's own words. */
export function LeaveDialog({ dirty }: { dirty: boolean }) {
  const words = useWords()
  const blocker = useBlocker(({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname)
  useEffect(() => {
    if (!dirty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [dirty])
  return (
    <Dialog open={blocker.state === 'blocked'} onClose={() => blocker.reset?.()} aria-labelledby="leave">
      <DialogTitle id="leave">{words.form.leaveTitle}</DialogTitle>
      <DialogContent>
        <DialogContentText>{words.form.leaveText}</DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button variant="text" onClick={() => blocker.proceed?.()}>
          {words.form.leave}
        </Button>
        <Button variant="contained" onClick={() => blocker.reset?.()}>
          {words.form.stay}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
