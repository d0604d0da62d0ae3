import { Box } from '@mui/material'
import { onlineManager } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { useWords } from '../panel.ts'

/** Says that the network is gone, for as long as it is. */
export function Bars() {
  const words = useWords()
  const online = useSyncExternalStore(
    (changed) => onlineManager.subscribe(changed),
    () => onlineManager.isOnline(),
  )
  return (
    <div role="status">
      {!online && (
        <Box
          sx={{ bgcolor: 'action.selected', border: 1, borderColor: 'primary.main', borderRadius: 2, px: 4, py: 2, mb: 3, fontWeight: 600 }}
        >
          {words.common.offline}
        </Box>
      )}
    </div>
  )
}
