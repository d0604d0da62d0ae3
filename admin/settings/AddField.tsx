import { Box, Button, Checkbox, FormControlLabel, MenuItem, Select, TextField } from '@mui/material'
import { useState } from 'react'
import { isCalled } from '../../shared/definition/called.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { usePanel } from '../panel.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { designer } from '../words/designer.ts'
import { type NewField, neighbours, plainKinds, withField } from './fields.ts'
import { keyOf } from './key-of.ts'

/** One more field: what it is called, who fills it in, and whether the list shows it. */
export function AddField({ ledger, change }: { ledger: Ledger; change: (next: Ledger) => void }) {
  const { lang } = usePanel()
  const said = designer[lang]
  const likes = neighbours(ledger)
  const empty = { name: '', kind: 'text' as NewField['kind'], like: likes[0] ?? '', listed: true }
  const [draft, setDraft] = useState(empty)
  const set = (next: Partial<typeof empty>) => setDraft((now) => ({ ...now, ...next }))
  const name = draft.name.trim()
  const taken = isCalled(Object.values(ledger.fields), name)
  if (likes.length === 0) return null
  const add = () => {
    const { kind, like, listed } = draft
    const key = keyOf(name, (each) => Object.hasOwn(ledger.fields, each))
    change(withField(ledger, { key, label: { zh: name, en: name }, kind, like, listed }))
    setDraft({ ...empty, like: draft.like })
  }
  return (
    <Sheet title={said.addField}>
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '14rem minmax(0, 24rem)' }, gap: 2, alignItems: 'center' }}>
        <label htmlFor="field-name">{said.fieldName}</label>
        <TextField
          id="field-name"
          value={draft.name}
          error={taken}
          helperText={taken ? said.nameTaken : ''}
          onChange={(event) => set({ name: event.target.value })}
        />
        <span id="field-kind">{said.fieldKind}</span>
        <Select labelId="field-kind" value={draft.kind} onChange={(event) => set({ kind: event.target.value })}>
          {plainKinds.map((kind) => (
            <MenuItem key={kind} value={kind}>
              {said.kinds[kind]}
            </MenuItem>
          ))}
        </Select>
        <span id="field-like">{said.fieldLike}</span>
        <Select labelId="field-like" value={draft.like} onChange={(event) => set({ like: event.target.value })}>
          {likes.map((key) => (
            <MenuItem key={key} value={key}>
              {ledger.fields[key]?.label[lang] ?? key}
            </MenuItem>
          ))}
        </Select>
        <span />
        <FormControlLabel
          control={<Checkbox checked={draft.listed} onChange={(_, listed) => set({ listed })} />}
          label={said.fieldListed}
        />
      </Box>
      <Button sx={{ mt: 2 }} disabled={name === '' || taken} onClick={add}>
        {said.addField}
      </Button>
    </Sheet>
  )
}
