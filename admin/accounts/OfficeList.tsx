import { Box, Button, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import type { Office } from '../../shared/world.ts'
import { officeMatches } from '../fields/office.tsx'
import { Loading } from '../frame/Loading.tsx'
import { usePanel } from '../panel.ts'
import { Retry } from '../parts/Retry.tsx'
import { Ask } from './Ask.tsx'
import { useAccounts, useAccountWords, useChange, useOffices, useSayDone } from './accounts.ts'
import { CloseDialog } from './CloseDialog.tsx'
import { OfficeDialog } from './OfficeDialog.tsx'
import { OfficeRows } from './OfficeRows.tsx'

/** Every office with its accounts; one without any stands out, since mail to it reaches nobody. */
export function OfficeList() {
  const { lang } = usePanel()
  const words = useAccountWords()
  const said = words.offices
  const offices = useOffices()
  const accounts = useAccounts().data?.data
  const change = useChange()
  const { done, failed } = useSayDone()
  const [typed, setTyped] = useState('')
  const [editing, setEditing] = useState<Office | 'new' | null>(null)
  const [closing, setClosing] = useState<Office | null>(null)
  if (offices.isPending) return <Loading />
  if (offices.isError) return <Retry sentence={said.failed} retry={() => void offices.refetch()} />
  const found = offices.data.data.filter((office) => officeMatches(office, typed))
  const set = async (office: Office, closed: boolean) => {
    try {
      await change(`/offices/${office.kind}/${office.id}`, 'PATCH', { closed })
      done(said.saved(office.name[lang]))
    } catch (error) {
      failed(error)
    }
  }
  return (
    <>
      <Box sx={{ display: 'flex', gap: 3, flexWrap: 'wrap', mb: 3, justifyContent: 'space-between' }}>
        <TextField
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          placeholder={said.find}
          slotProps={{ htmlInput: { 'aria-label': said.find } }}
          sx={{ width: '18rem', maxWidth: '100%' }}
        />
        <Button variant="contained" onClick={() => setEditing('new')}>
          {said.create}
        </Button>
      </Box>
      {found.length === 0 && <Typography color="text.secondary">{said.none}</Typography>}
      {found.length > 0 && (
        <OfficeRows
          offices={found}
          all={offices.data.data}
          accounts={accounts}
          edit={setEditing}
          close={setClosing}
          open={(office) => void set(office, false)}
        />
      )}
      {editing && <OfficeDialog office={editing === 'new' ? null : editing} offices={offices.data.data} close={() => setEditing(null)} />}
      {closing && closing.kind !== 'deputy' && <CloseDialog office={closing} offices={offices.data.data} close={() => setClosing(null)} />}
      {closing?.kind === 'deputy' && (
        <Ask
          title={said.askClose(closing.name[lang])}
          text={said.closeText}
          verb={said.closeVerb(closing.name[lang])}
          keep={said.keep}
          destructive
          act={() => set(closing, true)}
          close={() => setClosing(null)}
        />
      )}
    </>
  )
}
