import DeleteIcon from '@mui/icons-material/CloseRounded'
import ExpandMoreIcon from '@mui/icons-material/ExpandMoreRounded'
import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Menu, MenuItem, TextField } from '@mui/material'
import { type MouseEvent, useState } from 'react'
import { useListContext, useNotify, useStore } from 'react-admin'
import { usePanel } from '../../panel.ts'
import type { FilterValues } from './filters.ts'

type Saved = { label: string; filter: FilterValues; sort: { field: string; order: 'ASC' | 'DESC' } }

/** Filters that somebody saved under a name of his own, kept with his settings. */
export function SavedViews({ ledger }: { ledger: string }) {
  const { words } = usePanel()
  const notify = useNotify()
  const { filterValues, sort, setFilters, setSort } = useListContext()
  const [saved, setSaved] = useStore<Saved[]>(`views.${ledger}`, [])
  const [at, setAt] = useState<HTMLElement | null>(null)
  const [naming, setNaming] = useState(false)
  const [label, setLabel] = useState('')
  const drop = (view: Saved) => setSaved(saved.filter((other) => other.label !== view.label))
  const save = () => {
    if (!label.trim()) return
    setSaved([
      ...saved.filter((view) => view.label !== label.trim()),
      { label: label.trim(), filter: filterValues as FilterValues, sort: sort as Saved['sort'] },
    ])
    setNaming(false)
    setLabel('')
    notify(words.list.saved, { type: 'success' })
  }
  return (
    <>
      <Button
        variant="text"
        endIcon={<ExpandMoreIcon />}
        aria-haspopup="menu"
        onClick={(event) => setAt(event.currentTarget)}
        sx={{ color: 'text.primary', fontWeight: 400, flex: 'none' }}
      >
        {words.list.views}
      </Button>
      <Menu anchorEl={at} open={at !== null} onClose={() => setAt(null)}>
        {saved.map((view) => (
          <MenuItem
            key={view.label}
            aria-keyshortcuts="Delete"
            onKeyDown={(event) => event.key === 'Delete' && drop(view)}
            onClick={() => {
              setAt(null)
              setFilters(view.filter)
              setSort(view.sort)
            }}
            sx={{ justifyContent: 'space-between', gap: 4 }}
          >
            {view.label}
            <Box
              component="span"
              title={words.list.dropView(view.label)}
              onClick={(event: MouseEvent) => {
                event.stopPropagation()
                drop(view)
              }}
              sx={{ display: 'grid', placeItems: 'center', width: '2.4rem', height: '2.4rem', mr: -2 }}
            >
              <DeleteIcon fontSize="small" />
            </Box>
          </MenuItem>
        ))}
        <MenuItem
          onClick={() => {
            setAt(null)
            setNaming(true)
          }}
        >
          {words.list.saveView}
        </MenuItem>
      </Menu>
      <Dialog open={naming} onClose={() => setNaming(false)} aria-labelledby="save-view">
        <form
          onSubmit={(event) => {
            event.preventDefault()
            save()
          }}
        >
          <DialogTitle id="save-view">{words.list.saveView}</DialogTitle>
          <DialogContent>
            <TextField
              autoFocus
              fullWidth
              value={label}
              onChange={(event) => setLabel(event.target.value)}
              slotProps={{ htmlInput: { 'aria-label': words.list.viewName, maxLength: 30 } }}
              placeholder={words.list.viewName}
            />
          </DialogContent>
          <DialogActions>
            <Button onClick={() => setNaming(false)}>{words.common.cancel}</Button>
            <Button type="submit" variant="contained">
              {words.common.save}
            </Button>
          </DialogActions>
        </form>
      </Dialog>
    </>
  )
}
