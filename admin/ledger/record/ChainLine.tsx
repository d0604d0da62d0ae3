import { Box } from '@mui/material'
import type { Chain } from '../../../shared/wire.ts'
import { usePanel } from '../../panel.ts'

/** Under the timeline: whether what happened stands as it was written. Where it does not, what to do. */
export function ChainLine({ chain }: { chain: Chain }) {
  const { words } = usePanel()
  const { ok, count, brokenAt = count } = chain
  return (
    <Box
      {...(ok ? {} : { role: 'alert' })}
      sx={{
        mt: 2,
        pt: 2,
        borderTop: 1,
        borderColor: 'divider',
        fontSize: '0.93rem',
        color: ok ? 'text.secondary' : 'error.main',
        fontWeight: ok ? 400 : 600,
      }}
    >
      {ok ? words.record.whole(count) : words.record.broken(brokenAt)}
    </Box>
  )
}
