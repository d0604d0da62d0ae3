import { Box, Button } from '@mui/material'
import { onlineManager } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { useWords } from '../panel.ts'
import { useUpdate } from './useUpdate.ts'

/** Says that the network is gone, for as long as it is, and that there is a newer panel, unless a form is open. */
export function Bars() {
  const words = useWords()
  const online = useSyncExternalStore(
    (changed) => onlineManager.subscribe(changed),
    () => onlineManager.isOnline(),
  )
  const update = useUpdate()
  return (
    <div role="status">
      {!online && (
        <Box
          sx={{ bgcolor: 'action.selected', border: 1, borderColor: 'primary.main', borderRadius: 2, px: 4, py: 2, mb: 3, fontWeight: 600 }}
        >
          {words.common.offline}
        </Box>
      )}
      {online && update && !document.querySelector('[data-field]') && (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, bgcolor: 'action.selected', borderRadius: 2, px: 4, py: 1, mb: 3 }}>
          {words.frame.updated}
          <Button variant="text" onClick={() => window.location.reload()}>
            {words.frame.reload}
          </Button>
        </Box>
      )}
    </div>
  )
}
