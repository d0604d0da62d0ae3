import { Box, Button, Checkbox, FormControlLabel, MenuItem, Select, TextField } from '@mui/material'
import { useState } from 'react'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { usePanel } from '../panel.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { designer } from '../words/designer.ts'
import { isFree, type NewField, neighbours, plainKinds, withField } from './fields.ts'

/** One more field: what it is called, who fills it in, and whether the list shows it. */
export function AddField({ ledger, change }: { ledger: Ledger; change: (next: Ledger) => void }) {
  const { lang } = usePanel()
  const said = designer[lang]
  const likes = neighbours(ledger)
  const empty: NewField = { key: '', label: { zh: '', en: '' }, kind: 'text', like: likes[0] ?? '', listed: true }
  const [draft, setDraft] = useState(empty)
  const set = (next: Partial<NewField>) => setDraft((now) => ({ ...now, ...next }))
  const named = draft.label.zh.trim() !== '' && draft.label.en.trim() !== ''
  const taken = Object.hasOwn(ledger.fields, draft.key)
  if (likes.length === 0) return null
  const add = () => {
    change(withField(ledger, { ...draft, label: { zh: draft.label.zh.trim(), en: draft.label.en.trim() } }))
    setDraft({ ...empty, like: draft.like })
  }
  const line = (id: string, label: string, value: string, write: (value: string) => void, error = '') => (
    <>
      <label htmlFor={id}>{label}</label>
      <TextField id={id} value={value} error={error !== ''} helperText={error} onChange={(event) => write(event.target.value)} />
    </>
  )
  return (
    <Sheet title={said.addField}>
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '14rem minmax(0, 24rem)' }, gap: 2, alignItems: 'center' }}>
        {line('field-key', said.fieldKey, draft.key, (key) => set({ key: key.trim() }), taken ? said.taken : '')}
        {line('field-zh', said.chinese, draft.label.zh, (zh) => set({ label: { ...draft.label, zh } }))}
        {line('field-en', said.english, draft.label.en, (en) => set({ label: { ...draft.label, en } }))}
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
      <Button sx={{ mt: 2 }} disabled={!named || !isFree(ledger, draft.key)} onClick={add}>
        {said.addField}
      </Button>
    </Sheet>
  )
}
