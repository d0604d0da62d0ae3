import { Box, Button } from '@mui/material'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { Shown } from '../../data.ts'
import { usePanel } from '../../panel.ts'
import { useKeep, useNewer } from '../useRecord.ts'

/** Somebody else has moved the record: said in a bar, shown when asked for, never a jump under the cursor. */
export function Newer({ record }: { ledger: Ledger; record: Shown }) {
  const { words } = usePanel()
  const keep = useKeep()
  const newer = useNewer(record)
  return (
    <div role="status">
      {newer && (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, bgcolor: 'action.selected', borderRadius: 2, px: 4, py: 1, mb: 3 }}>
          {words.record.newerPlain}
          <Button variant="text" onClick={() => keep(newer)}>
            {words.record.show}
          </Button>
        </Box>
      )}
    </div>
  )
}
