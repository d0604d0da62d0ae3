import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Link,
  MenuItem,
  Select,
  TextField,
  Typography,
} from '@mui/material'
import { useState } from 'react'
import { Route, Routes, Link as To, useNavigate } from 'react-router'
import { isCalled } from '../../shared/definition/called.ts'
import { reservedKeys } from '../../shared/names.ts'
import { sameName } from '../../shared/words/called.ts'
import { Page } from '../frame/Page.tsx'
import { usePanel } from '../panel.ts'
import { DataTable, oneLine } from '../parts/DataTable.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { designer } from '../words/designer.ts'
import { wordingWords } from '../words/wording.ts'
import { Channels } from './ChannelSheet.tsx'
import { keyOf } from './key-of.ts'
import { Ladders } from './Ladders.tsx'
import { LedgerPage } from './LedgerPage.tsx'

/** The definitions in force, and the way to change them. */
export function LedgersPage() {
  return (
    <Routes>
      <Route index element={<All />} />
      <Route path=":key" element={<LedgerPage />} />
    </Routes>
  )
}

function All() {
  const { definitions, lang } = usePanel()
  const said = designer[lang]
  const [naming, setNaming] = useState(false)
  return (
    <Page
      title={said.title}
      beside={
        <Button variant="contained" data-key="new" onClick={() => setNaming(true)}>
          {said.fresh}
        </Button>
      }
    >
      <Typography color="text.secondary" sx={{ mb: 4, maxWidth: '40em' }}>
        {said.help}
      </Typography>
      <Sheet flush>
        <DataTable
          group={said.title}
          sx={{ '& td': { minWidth: '6rem' }, '& td:last-of-type': { minWidth: '14rem' } }}
          rows={definitions}
          id={({ ledger }) => ledger.key}
          columns={[
            {
              label: said.name,
              cell: ({ ledger }) => (
                <Link component={To} to={`/settings/ledgers/${ledger.key}`} data-row-link>
                  {ledger.label[lang]}
                </Link>
              ),
            },
            { label: said.origin, cell: ({ origin }) => said.origins[origin] },
            { label: said.version, right: true, sx: oneLine, cell: ({ version }) => version },
            {
              label: said.holds,
              cell: ({ ledger }) =>
                said.counts(
                  Object.keys(ledger.fields).length,
                  Object.keys(ledger.states).length,
                  Object.keys(ledger.transitions).length,
                  Object.keys(ledger.duties).length,
                ),
            },
          ]}
        />
      </Sheet>
      <Ladders />
      <Typography sx={{ mb: 4 }}>
        <Link component={To} to="/notices?tab=wording">
          {wordingWords[lang].title}
        </Link>
      </Typography>
      <Channels />
      {naming && <Naming close={() => setNaming(false)} />}
    </Page>
  )
}

/** A ledger of the county's own begins with its name, as a copy of another one; its key is made from the name. */
function Naming({ close }: { close: () => void }) {
  const { ledgers, lang, words } = usePanel()
  const said = designer[lang]
  const navigate = useNavigate()
  const [name, setName] = useState('')
  // What only exists as part of another ledger cannot stand alone.
  const models = ledgers.filter(({ part }) => !part)
  const [from, setFrom] = useState(models[0]?.key ?? '')
  const called = name.trim()
  const same = isCalled(ledgers, called)
  const reserved = (key: string) => ledgers.some((ledger) => ledger.key === key) || (reservedKeys as readonly string[]).includes(key)
  const good = called !== '' && !same
  return (
    <Dialog open onClose={close} fullWidth maxWidth="sm" aria-labelledby="name-ledger">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const query = new URLSearchParams({ from, name: called })
          if (good) void navigate(`/settings/ledgers/${keyOf(called, reserved)}?${query}`)
        }}
      >
        <DialogTitle id="name-ledger">{said.fresh}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 3 }}>
          <Box component="label" htmlFor="ledger-name">
            {said.freshName}
          </Box>
          <TextField
            id="ledger-name"
            autoFocus
            value={name}
            onChange={(event) => setName(event.target.value)}
            error={same}
            helperText={same ? sameName(called)[lang] : said.freshHelp}
            slotProps={{ htmlInput: { maxLength: 40, 'aria-describedby': 'ledger-name-helper-text' } }}
          />
          <Box id="ledger-from">{said.copyOf}</Box>
          <Select value={from} labelId="ledger-from" onChange={(event) => setFrom(event.target.value)}>
            {models.map((ledger) => (
              <MenuItem key={ledger.key} value={ledger.key}>
                {ledger.label[lang]}
              </MenuItem>
            ))}
          </Select>
        </DialogContent>
        <DialogActions>
          <Button onClick={close}>{words.common.cancel}</Button>
          <Button type="submit" variant="contained" disabled={!good}>
            {said.fresh}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
