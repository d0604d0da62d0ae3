import { Button, Dialog, DialogActions, DialogContent, DialogTitle, MenuItem, Select, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { cellFields } from '../../../shared/importing/meanings.ts'
import type { Shown } from '../../data.ts'
import { handOver } from '../../import/handed.ts'
import { usePanel } from '../../panel.ts'
import { writeNumber } from '../../parts/number.ts'
import { pasteWords } from '../../words/paste.ts'
import { block, fieldsFrom, pasted } from './paste.ts'

/** Cells copied from a spreadsheet, pasted into columns of the selected rows. What they would do is checked first, as of a file, and taken back in one act. */
export function PasteDialog({ ledger, records, close }: { ledger: Ledger; records: Shown[]; close: () => void }) {
  const { lang, words: panel } = usePanel()
  const words = pasteWords[lang]
  const navigate = useNavigate()
  const [first, setFirst] = useState('')
  const [text, setText] = useState('')
  const cells = block(text)
  const width = Math.max(0, ...cells.map((row) => row.length))
  const fields = fieldsFrom(ledger, first, width)
  const label = (key: string) => ledger.fields[key]?.label[lang] ?? key
  const fault =
    text.trim() === ''
      ? ''
      : cells.length !== records.length
        ? words.rows(writeNumber(cells.length), writeNumber(records.length))
        : first !== '' && fields.length < width
          ? words.columns
          : ''
  const go = () => {
    handOver(ledger.key, pasted(ledger, records, fields, cells, words.name))
    void navigate(`/import/${ledger.key}`)
  }
  return (
    <Dialog open onClose={close} aria-labelledby="paste-title" maxWidth="md" fullWidth>
      <DialogTitle id="paste-title">{words.title}</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 3 }}>{words.how(writeNumber(records.length))}</Typography>
        <label htmlFor="paste-first">{words.first}</label>
        <Select
          displayEmpty
          value={first}
          onChange={(event) => setFirst(event.target.value)}
          inputProps={{ id: 'paste-first' }}
          sx={{ display: 'flex', maxWidth: '20rem', mt: 1, mb: 3 }}
          MenuProps={{ slotProps: { paper: { sx: { maxHeight: '60vh' } } } }}
        >
          <MenuItem value="" disabled>
            {words.choose}
          </MenuItem>
          {Object.entries(cellFields(ledger)).map(([key, field]) =>
            field.retired ? null : (
              <MenuItem key={key} value={key}>
                {label(key)}
              </MenuItem>
            ),
          )}
        </Select>
        <label htmlFor="paste-cells">{words.cells}</label>
        <TextField
          id="paste-cells"
          multiline
          minRows={6}
          maxRows={14}
          fullWidth
          value={text}
          error={fault !== ''}
          helperText={fault || (fields.length > 0 && words.into(fields.map(label).join(panel.common.and)))}
          onChange={(event) => setText(event.target.value)}
          sx={{ mt: 1 }}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>{panel.common.cancel}</Button>
        <Button variant="contained" disabled={first === '' || text.trim() === '' || fault !== ''} onClick={go}>
          {words.check}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
