import { Box, Button, MenuItem, Select } from '@mui/material'
import { useListContext } from 'react-admin'
import type { Shown } from '../../data.ts'
import { usePanel } from '../../panel.ts'
import { writeNumber } from '../../parts/number.ts'
import { useListOf } from './ListContext.ts'
import { useTotal } from './useTotal.ts'

type Props = { selecting: boolean; select?: (on: boolean) => void }

/** What a table does in its head stands above the cards: how many there are, their order, and selecting. */
export function CardsBar({ selecting, select }: Props) {
  const { words } = usePanel()
  const { measure } = useListOf()
  const { data = [], sort, setSort, onSelect, selectedIds = [] } = useListContext<Shown>()
  const total = useTotal()
  const all = data.every((record) => selectedIds.includes(record.id))
  const order = `${sort.field} ${sort.order}`
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, pb: 2.5 }}>
      <Box sx={{ flex: 1, color: 'text.secondary', whiteSpace: 'nowrap' }} role="status">
        {total !== undefined && words.list.total(writeNumber(total), measure)}
      </Box>
      <Select
        displayEmpty
        value={Object.hasOwn(words.list.orders, order) ? order : ''}
        onChange={(event) => {
          const [field = '', direction] = event.target.value.split(' ')
          setSort({ field, order: direction === 'DESC' ? 'DESC' : 'ASC' })
        }}
        renderValue={(value) => words.list.orders[value] ?? words.list.sort}
        SelectDisplayProps={{ 'aria-label': words.list.sort }}
      >
        {Object.entries(words.list.orders).map(([key, label]) => (
          <MenuItem key={key} value={key}>
            {label}
          </MenuItem>
        ))}
      </Select>
      {select && selecting && !all && <Button onClick={() => onSelect(data.map(({ id }) => id))}>{words.list.selectAll}</Button>}
      {select && <Button onClick={() => select(!selecting)}>{selecting ? words.list.selectEnd : words.list.select}</Button>}
    </Box>
  )
}
