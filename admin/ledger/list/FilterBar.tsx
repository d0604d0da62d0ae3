import { Box, Button, Drawer, MenuItem, OutlinedInput, Popover, Select, Typography } from '@mui/material'
import { type ReactNode, useEffect, useState } from 'react'
import { useListContext } from 'react-admin'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { Lang } from '../../../shared/names.ts'
import { usePanel } from '../../panel.ts'
import { useOnceTyped } from '../../parts/useOnceTyped.ts'
import type { PanelWords } from '../../words/panel.ts'
import { ColumnsMenu } from './ColumnsMenu.tsx'
import { choose, chosenOf, type Filter, type FilterValues, labelOf } from './filters.ts'
import { useListOf } from './ListContext.ts'
import { SavedViews } from './SavedViews.tsx'
import { useSetFilters } from './useSetFilters.ts'

/** Filters that stand in the row of a desk; the rest open under 更多. */
const ROW = 4

/** Words and filters; what is chosen applies at once, words after a moment or with Enter. On a phone the filters stand in a sheet of their own. */
export function FilterBar({ phone }: { phone: boolean }) {
  const { words } = usePanel()
  const { filters: known, name } = useListOf()
  const filters = known.filter(({ linked }) => !linked)
  const { filterValues } = useListContext()
  const setFilters = useSetFilters()
  const values = filterValues as FilterValues
  const [open, setOpen] = useState(false)
  const chosen = filters.filter((filter) => chosenOf(filter, values) !== '').length
  const selects = filters.map((filter) => <FilterSelect key={filter.key} filter={filter} values={values} set={setFilters} wide={phone} />)
  if (phone) {
    return (
      <Box sx={{ display: 'flex', gap: 2, py: 3 }}>
        <Words value={values.q ?? ''} set={(q) => setFilters(withWords(values, q))} />
        <Button onClick={() => setOpen(true)}>{`${words.list.filter}${chosen ? ` ${chosen}` : ''}`}</Button>
        <Drawer
          anchor="bottom"
          open={open}
          onClose={() => setOpen(false)}
          slotProps={{ paper: { sx: { p: 4, maxHeight: '80vh' }, 'aria-label': words.list.filter, role: 'dialog' } }}
        >
          <Typography variant="h2" sx={{ mb: 3 }}>
            {words.list.filter}
          </Typography>
          <Box sx={{ display: 'grid', gap: 3 }}>{selects}</Box>
          <SavedViews ledger={name} />
          <Box sx={{ display: 'flex', gap: 2, mt: 4 }}>
            <Button fullWidth onClick={() => setFilters({})}>
              {words.list.reset}
            </Button>
            <Button fullWidth variant="contained" onClick={() => setOpen(false)}>
              {words.common.view}
            </Button>
          </Box>
        </Drawer>
      </Box>
    )
  }
  return (
    <Box
      role="group"
      aria-label={words.list.filter}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 2.5, alignItems: 'center', px: 4, py: 3 }}
    >
      <Words value={values.q ?? ''} set={(q) => setFilters(withWords(values, q))} />
      {selects.slice(0, ROW)}
      {selects.length > ROW && (
        <Rest label={words.common.more} chosen={filters.slice(ROW).filter((filter) => chosenOf(filter, values) !== '').length}>
          {selects.slice(ROW)}
        </Rest>
      )}
      <Button variant="text" onClick={() => setFilters({})}>
        {words.list.reset}
      </Button>
      <Box sx={{ flex: 1 }} />
      <ColumnsMenu />
    </Box>
  )
}

function Rest({ label, chosen, children }: { label: string; chosen: number; children: ReactNode }) {
  const [at, setAt] = useState<HTMLElement | null>(null)
  return (
    <>
      <Button aria-haspopup="dialog" onClick={(event) => setAt(event.currentTarget)}>{`${label}${chosen ? ` ${chosen}` : ''}`}</Button>
      <Popover
        open={at !== null}
        anchorEl={at}
        onClose={() => setAt(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': label, sx: { p: 4, display: 'grid', gap: 3 } } }}
      >
        {children}
      </Popover>
    </>
  )
}

function withWords(values: FilterValues, q: string): FilterValues {
  const { q: _, ...rest } = values
  return q ? { ...rest, q } : rest
}

function Words({ value, set }: { value: string; set: (q: string) => void }) {
  const { words, lang } = usePanel()
  const { ledgers } = useListOf()
  const label = searched(ledgers, lang, words)
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  useOnceTyped(typed.trim(), value, set)
  return (
    <OutlinedInput
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && set(typed.trim())}
      placeholder={label}
      inputProps={{ 'aria-label': label, type: 'search' }}
      sx={{ flex: { xs: 1, sm: '0 1 16.6rem' }, minWidth: '10rem' }}
    />
  )
}

/** What the words are looked for in: the number and the first fields that the only ledger searches. */
function searched(ledgers: Ledger[], lang: Lang, words: PanelWords): string {
  const [ledger] = ledgers
  if (!ledger || ledgers.length > 1) return words.list.words
  const fields = (ledger.list.search ?? []).flatMap((key) => ledger.fields[key]?.label[lang] ?? [])
  const named = [...(ledger.number ? [words.list.number] : []), ...fields].slice(0, 3)
  return named.length > 0 ? named.join(words.common.and) : words.list.words
}

type SelectProps = { filter: Filter; values: FilterValues; set: (next: FilterValues) => void; wide: boolean }
function FilterSelect({ filter, values, set, wide }: SelectProps) {
  const { words } = usePanel()
  const value = chosenOf(filter, values)
  const known = filter.options.some((option) => option.value === value)
  return (
    <Select
      displayEmpty
      value={value}
      onChange={(event) => set(choose(filter, event.target.value, values))}
      renderValue={() => `${filter.label}  ${value ? labelOf(filter, value, words) : words.list.any}`}
      SelectDisplayProps={{ 'aria-label': filter.label }}
      sx={{ ...(wide ? { width: '100%' } : { maxWidth: '15rem' }), ...(value ? { fontWeight: 600 } : {}) }}
      MenuProps={{ slotProps: { paper: { sx: { maxHeight: '60vh' } } } }}
    >
      <MenuItem value="">{words.list.any}</MenuItem>
      {!known && value && <MenuItem value={value}>{labelOf(filter, value, words)}</MenuItem>}
      {filter.options.map((option) => (
        <MenuItem key={option.value} value={option.value}>
          {option.label}
        </MenuItem>
      ))}
    </Select>
  )
}
