import { Box, Button, MenuItem, Select } from '@mui/material'
import { useListContext, useStore } from 'react-admin'
import type { Shown } from '../../data.ts'
import { usePanel } from '../../panel.ts'
import { countedHere } from './counted.ts'
import { useListOf } from './ListContext.ts'
import { useTotal } from './useTotal.ts'

const sizes = [25, 50, 100]

/** Before and after only: cursors cannot jump, so no page numbers are promised. */
export function Pager() {
  const { words } = usePanel()
  const { measure } = useListOf()
  const { data = [], isPending, page, setPage, perPage, setPerPage, hasNextPage, hasPreviousPage } = useListContext<Shown>()
  const [, keepPerPage] = useStore<number>('perPage', 25)
  const total = useTotal()
  const counted = countedHere(total, { from: (page - 1) * perPage + 1, shown: data.length, measure }, words)
  // Below rows that are still to come it would be pushed away by them; below none there is nothing to turn.
  if (isPending || (counted === '' && !hasPreviousPage)) return null
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3, px: 4, py: 2, color: 'text.secondary' }}>
      <Box sx={{ flex: 1 }} role="status">
        {counted}
      </Box>
      <Select
        value={sizes.includes(perPage) ? perPage : 25}
        onChange={(event) => {
          const next = Number(event.target.value)
          keepPerPage(next)
          setPerPage(next)
        }}
        SelectDisplayProps={{ 'aria-label': words.list.perPage(perPage, measure) }}
        renderValue={(value) => words.list.perPage(value, measure)}
        sx={{ displayPrint: 'none' }}
      >
        {sizes.map((size) => (
          <MenuItem key={size} value={size}>
            {words.list.perPage(size, measure)}
          </MenuItem>
        ))}
      </Select>
      <Button disabled={!hasPreviousPage} sx={{ displayPrint: 'none' }} onClick={() => setPage(page - 1)}>
        {words.list.prev}
      </Button>
      <Button disabled={!hasNextPage} sx={{ displayPrint: 'none' }} onClick={() => setPage(page + 1)}>
        {words.list.next}
      </Button>
    </Box>
  )
}
