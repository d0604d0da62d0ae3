import { Button, Checkbox, FormControlLabel, FormGroup, Popover, Switch } from '@mui/material'
import { useState } from 'react'
import { useStore } from 'react-admin'
import { usePanel } from '../../panel.ts'
import { useChosenColumns } from './columns-chosen.ts'
import { ExportShown } from './ExportButton.tsx'
import { useListOf } from './ListContext.ts'
import { headerOf } from './ListTable.tsx'

/** Which columns are shown, and how close together. The heading stays: without it nobody knows what a row is. */
export function ColumnsMenu() {
  const { words, lang } = usePanel()
  const { columns, ledgers } = useListOf()
  const [shown, setShown] = useChosenColumns()
  const [dense, setDense] = useStore<boolean>('dense', false)
  const [at, setAt] = useState<HTMLElement | null>(null)
  const sources = shown.map((column) => column.source)
  return (
    <>
      <Button variant="text" onClick={(event) => setAt(event.currentTarget)} aria-haspopup="dialog">
        {words.list.columns}
      </Button>
      <Popover
        open={at !== null}
        anchorEl={at}
        onClose={() => setAt(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': words.list.columns, sx: { p: 4 } } }}
      >
        <FormGroup>
          {columns
            .filter((column) => column.as !== 'heading')
            .map((column) => (
              <FormControlLabel
                key={column.source}
                control={
                  <Checkbox
                    checked={sources.includes(column.source)}
                    onChange={(_, on) => setShown(on ? [...sources, column.source] : sources.filter((each) => each !== column.source))}
                  />
                }
                label={headerOf(column, words, lang, ledgers)}
              />
            ))}
          <FormControlLabel
            sx={{ mt: 2 }}
            control={<Switch checked={dense} onChange={(_, on) => setDense(on)} />}
            label={words.frame.dense}
          />
        </FormGroup>
        <Button variant="text" onClick={() => setShown(null)}>
          {words.list.reset}
        </Button>
        <ExportShown />
      </Popover>
    </>
  )
}
