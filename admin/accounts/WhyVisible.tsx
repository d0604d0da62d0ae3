import { Autocomplete, Box, Button, MenuItem, Link as MuiLink, Select, TextField, Typography } from '@mui/material'
import { type FormEvent, useState } from 'react'
import { Link } from 'react-router'
import { called } from '../../shared/heading.ts'
import { initials } from '../../shared/initials.ts'
import type { Label } from '../../shared/names.ts'
import { reporting } from '../county/question.ts'
import type { Shown } from '../data.ts'
import { request } from '../http.ts'
import { usePanel } from '../panel.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { sentenceOf } from '../sign/sentence.ts'
import { type Account, useAccounts, useAccountWords } from './accounts.ts'
import { Labelled, TextBox } from './Fields.tsx'

type Told = { visible: boolean; because: Label; record: Shown; name: string }

/** Somebody rings: "I cannot see it." Person and number give the sentence of the rule. */
export function WhyVisible() {
  const { lang, ledgers, words: common } = usePanel()
  const said = useAccountWords().why
  const accounts = useAccounts().data?.data ?? []
  const [person, setPerson] = useState<Account | null>(null)
  const [ledger, setLedger] = useState(reporting(ledgers)[0]?.key ?? '')
  const [number, setNumber] = useState('')
  const [told, setTold] = useState<Told | null>(null)
  const [fault, setFault] = useState('')
  const ask = async (event: FormEvent) => {
    event.preventDefault()
    setTold(null)
    setFault('')
    if (!person) return
    try {
      const { data } = await request<{ data: Shown[] }>(`/records/${ledger}?${new URLSearchParams({ q: number.trim(), limit: '10' })}`)
      const record = data.find((each) => each.number === number.trim()) ?? (data.length === 1 ? data[0] : undefined)
      if (!record) return setFault(said.notFound)
      const answer = await request<{ visible: boolean; because: Label }>(`/records/${ledger}/${record.id}/why-visible?person=${person.id}`)
      setTold({ ...answer, record, name: person.name })
    } catch (error) {
      setFault(sentenceOf(error, common) || said.failed)
    }
  }
  return (
    <Sheet>
      <Typography sx={{ mb: 4, maxWidth: '40rem' }}>{said.intro}</Typography>
      <Box component="form" onSubmit={(event) => void ask(event)} sx={{ maxWidth: '30rem' }}>
        <Labelled id="why-person" label={said.person} required>
          <Autocomplete
            id="why-person"
            options={accounts}
            value={person}
            autoHighlight
            onChange={(_, next) => setPerson(next)}
            isOptionEqualToValue={(a, b) => a.id === b.id}
            getOptionKey={({ id }) => id}
            getOptionLabel={({ name, office }) => `${name} · ${office.name[lang]}`}
            filterOptions={(all, { inputValue }) => {
              const wanted = inputValue.trim().toLowerCase()
              return all
                .filter(({ name, office, email }) =>
                  [name, initials(name), office.name[lang], initials(office.name.zh), email].join(' ').toLowerCase().includes(wanted),
                )
                .slice(0, 50)
            }}
            noOptionsText={common.common.none}
            renderInput={(params) => <TextField {...params} />}
          />
        </Labelled>
        <Labelled id="why-ledger" label={said.ledger} required>
          <Select
            fullWidth
            value={ledger}
            onChange={(event) => setLedger(event.target.value)}
            inputProps={{ id: 'why-ledger', 'aria-label': said.ledger }}
          >
            {reporting(ledgers).map(({ key, label }) => (
              <MenuItem key={key} value={key}>
                {label[lang]}
              </MenuItem>
            ))}
          </Select>
        </Labelled>
        <TextBox id="why-number" label={said.number} value={number} change={setNumber} error={fault || undefined} required />
        <Button type="submit" variant="contained" disabled={!person || number.trim() === ''}>
          {said.ask}
        </Button>
      </Box>
      {told && (
        <Box role="status" sx={{ mt: 5, pt: 4, borderTop: 1, borderColor: 'divider' }}>
          <Typography sx={{ fontWeight: 700, mb: 1 }}>{`${told.name}：${told.visible ? said.visible : said.hidden}`}</Typography>
          <Typography sx={{ mb: 2 }}>{told.because[lang]}</Typography>
          <MuiLink component={Link} to={`/${told.record.ledger}/${told.record.id}/show`}>
            {called(told.record)}
          </MuiLink>
        </Box>
      )}
    </Sheet>
  )
}
