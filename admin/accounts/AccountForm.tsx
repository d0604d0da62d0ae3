import { Box, Button, Typography } from '@mui/material'
import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { Page } from '../frame/Page.tsx'
import { usePanel } from '../panel.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { type Account, useAccountWords, useChange, useOffices, useSayDone } from './accounts.ts'
import { DraftFields } from './DraftFields.tsx'
import { type Faults, faultsOf, focusFault } from './faults.ts'
import { bodyOf, useDraft } from './useDraft.ts'

/** A new account: four fields and one mail. */
export function AccountForm() {
  const { words: common } = usePanel()
  const words = useAccountWords()
  const navigate = useNavigate()
  const change = useChange()
  const { done, failed } = useSayDone()
  const offices = useOffices().data?.data ?? []
  const { draft, change: write } = useDraft(null, offices)
  const [faults, setFaults] = useState<Faults>({})
  const [busy, setBusy] = useState(false)
  const refuse = (found: Faults) => {
    setFaults(found)
    focusFault(found, 'account')
  }
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const missing = {
      ...(draft.name.trim() ? {} : { name: words.form.needName }),
      ...(draft.email.trim() ? {} : { email: words.form.needEmail }),
      ...(draft.office ? {} : { office: words.form.needOffice }),
    }
    if (Object.keys(missing).length > 0) return refuse(missing)
    setBusy(true)
    try {
      const { id, name, invited } = await change<Account & { invited: boolean }>('/accounts', 'POST', bodyOf(draft))
      invited ? done(words.form.done(name)) : failed(new Error(words.form.doneNoMail(name)))
      await navigate(`/accounts/${id}`)
    } catch (error) {
      const found = faultsOf(error)
      found ? refuse(found) : failed(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Page title={words.form.create}>
      <Sheet>
        <Box component="form" noValidate onSubmit={(event) => void send(event)} sx={{ maxWidth: '30rem' }}>
          <DraftFields draft={draft} change={write} faults={faults} offices={offices} fresh />
          <Typography color="text.secondary" sx={{ mb: 3 }}>
            {words.form.help}
          </Typography>
          <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
            <Button onClick={() => void navigate('/accounts')}>{common.common.cancel}</Button>
            <Button type="submit" variant="contained" disabled={busy}>
              {words.form.submit}
            </Button>
          </Box>
        </Box>
      </Sheet>
    </Page>
  )
}
