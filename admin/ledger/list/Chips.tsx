import { Box, Button, Chip } from '@mui/material'
import { useListContext } from 'react-admin'
import { usePanel } from '../../panel.ts'
import { activeOf, type FilterValues } from './filters.ts'
import { useListOf } from './ListContext.ts'
import { useSetFilters } from './useSetFilters.ts'

/** The filters in force, always spelt out: a clerk who does not see them thinks that records have vanished. */
export function Chips() {
  const { words } = usePanel()
  const { filters } = useListOf()
  const { filterValues } = useListContext()
  const setFilters = useSetFilters()
  const active = activeOf(filters, filterValues as FilterValues, words)
  if (active.length === 0) return null
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', px: { xs: 0, sm: 4 }, pb: 3 }}>
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {words.list.active}
      </Box>
      {active.map(({ key, label, without }) => (
        <Chip
          key={key}
          label={label}
          onDelete={() => setFilters(without)}
          onClick={() => setFilters(without)}
          aria-label={words.list.drop(label)}
        />
      ))}
      {active.length > 1 && (
        <Button variant="text" onClick={() => setFilters({})}>
          {words.list.clear}
        </Button>
      )}
    </Box>
  )
}
