import { Box, Button } from '@mui/material'
import { useListContext } from 'react-admin'
import { Link } from 'react-router'
import type { Shown } from '../../data.ts'
import { useWords } from '../../panel.ts'
import { useListOf } from './ListContext.ts'

/** What can be done with the rows that are selected. */
export function Selection() {
  const words = useWords()
  const { name } = useListOf()
  const { selectedIds = [], onUnselectItems } = useListContext<Shown>()
  if (selectedIds.length === 0) return null
  return (
    <Box role="status" sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 3, px: 4, py: 2, bgcolor: 'action.selected' }}>
      <strong>{words.list.selected(selectedIds.length)}</strong>
      <Button component={Link} to={`/sheets/${name}/${selectedIds.join(',')}`}>
        {words.list.printSheets}
      </Button>
      <Button variant="text" onClick={() => onUnselectItems()}>
        {words.list.unselect}
      </Button>
    </Box>
  )
}
