import { Box, FormControlLabel, MenuItem, Link as MuiLink, Radio, RadioGroup, Select, Typography } from '@mui/material'
import { useState } from 'react'
import { Link } from 'react-router'
import { called } from '../../shared/heading.ts'
import type { Office } from '../../shared/world.ts'
import type { Shown } from '../data.ts'
import { useWidth } from '../frame/useWidth.ts'
import { usePanel } from '../panel.ts'
import { DataTable, oneLine } from '../parts/DataTable.tsx'
import { DayText } from '../parts/DayText.tsx'
import { writeNumber } from '../parts/number.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { useOnceTyped } from '../parts/useOnceTyped.ts'
import { handOverWords } from '../words/hand-over.ts'
import { Labelled, TextBox } from './Fields.tsx'
import { type Choice, useOpenWork } from './hand-over.ts'

type Props = { office: Office; offices: Office[]; choice: Choice; change: (choice: Choice) => void; fault: string | undefined }

/** Which of an office's open items go: a filter over them, then all that fits or the ticked ones. */
export function PartOf({ office, offices, choice, change, fault }: Props) {
  const { lang, ledgers } = usePanel()
  const said = handOverWords[lang]
  const { open, more, pending } = useOpenWork(office, choice)
  const [typed, setTyped] = useState('')
  const filter = (next: Partial<Choice>) => change({ ...choice, ...next, items: [] })
  useOnceTyped(typed, choice.words, (words) => filter({ words }))
  const ticked = (id: string) => choice.all || choice.items.some((item) => item.id === id)
  const tick = (refs: Choice['items'], on: boolean) => {
    const others = choice.items.filter((item) => !refs.some(({ id }) => id === item.id))
    change({ ...choice, items: on ? [...others, ...refs] : others })
  }
  const refs = open.map(({ ledger, id }) => ({ ledger, id }))
  const phone = useWidth() === 'phone'
  const kindOf = (record: Shown) => ledgers.find(({ key }) => key === record.ledger)?.label[lang] ?? record.ledger
  const due = (record: Shown) => (record.dueOn ? <DayText day={record.dueOn} as="bare" /> : '—')
  const townships = offices.filter(({ kind }) => kind === 'township')
  return (
    <Sheet title={said.which}>
      <Box sx={{ display: 'grid', gap: { xs: 0, sm: 4 }, gridTemplateColumns: { sm: 'repeat(auto-fit, minmax(14rem, 1fr))' } }}>
        <Labelled id="part-ledger" label={said.ledger}>
          <Picker id="part-ledger" label={said.ledger} all={said.all} value={choice.ledger} change={(ledger) => filter({ ledger })}>
            {ledgers.map(({ key, label }) => [key, label[lang]])}
          </Picker>
        </Labelled>
        {office.kind === 'unit' && (
          <Labelled id="part-township" label={said.township}>
            <Picker id="part-township" label={said.township} all="—" value={choice.township} change={(township) => filter({ township })}>
              {townships.map(({ id, name }) => [id, name[lang]])}
            </Picker>
          </Labelled>
        )}
        <TextBox id="part-words" label={said.words} help={said.wordsHelp} value={typed} change={setTyped} />
      </Box>
      <RadioGroup value={choice.all ? 'all' : 'some'} onChange={(_, value) => change({ ...choice, all: value === 'all' })} sx={{ mb: 2 }}>
        <FormControlLabel value="some" control={<Radio id="part-items" />} label={said.ticked} />
        <FormControlLabel value="all" control={<Radio />} label={said.filter} />
      </RadioGroup>
      {fault && (
        <Typography role="alert" color="error" sx={{ mb: 2 }}>
          {fault}
        </Typography>
      )}
      {!pending && open.length === 0 && <Typography color="text.secondary">{said.none}</Typography>}
      {open.length > 0 && (
        <DataTable
          hover
          rows={open}
          id={({ id }) => id}
          ticks={{
            all: said.tickAll,
            one: ({ heading }) => heading,
            any: refs.some(({ id }) => ticked(id)),
            is: ({ id }) => ticked(id),
            set: ({ ledger, id }, on) => tick([{ ledger, id }], on),
            setAll: (on) => tick(refs, on),
            disabled: choice.all,
          }}
          columns={[
            {
              label: said.item,
              cell: (record) => (
                <>
                  <MuiLink component={Link} to={`/${record.ledger}/${record.id}/show`}>
                    {called(record)}
                  </MuiLink>
                  {phone && (
                    <Box sx={{ color: 'text.secondary' }}>
                      {kindOf(record)} · {due(record)}
                    </Box>
                  )}
                </>
              ),
            },
            ...(phone
              ? []
              : [
                  { label: said.ledger, cell: kindOf },
                  { label: said.due, sx: oneLine, cell: due },
                ]),
          ]}
        />
      )}
      {more && (
        <Typography color="text.secondary" sx={{ mt: 2 }}>
          {said.more(writeNumber(open.length))}
        </Typography>
      )}
    </Sheet>
  )
}

type PickerProps = { id: string; label: string; all: string; value: string; change: (value: string) => void; children: [string, string][] }

function Picker({ id, label, all, value, change, children }: PickerProps) {
  return (
    <Select fullWidth displayEmpty value={value} onChange={(event) => change(event.target.value)} inputProps={{ id, 'aria-label': label }}>
      <MenuItem value="">{all}</MenuItem>
      {children.map(([key, name]) => (
        <MenuItem key={key} value={key}>
          {name}
        </MenuItem>
      ))}
    </Select>
  )
}
