import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material'
import { type FormEvent, useState } from 'react'
import { useWidth } from '../frame/useWidth.ts'
import { usePanel } from '../panel.ts'
import { type Account, useAccountWords, useChange, useOffices, useSayDone } from './accounts.ts'
import { DraftFields } from './DraftFields.tsx'
import { type Faults, faultsOf, focusFault } from './faults.ts'
import { bodyOf, useDraft } from './useDraft.ts'

/** Changes an account's name, address, office, role, telephone or desks. */
export function AccountEdit({ account, close }: { account: Account; close: () => void }) {
  const { words: common, offices: known } = usePanel()
  const words = useAccountWords()
  const phone = useWidth() === 'phone'
  const change = useChange()
  const { done, failed } = useSayDone()
  const offices = useOffices().data?.data ?? known
  const { draft, change: write } = useDraft(account, offices)
  const [faults, setFaults] = useState<Faults>({})
  const [busy, setBusy] = useState(false)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    try {
      await change(`/accounts/${account.id}`, 'PATCH', bodyOf(draft))
      done(words.one.saved)
      close()
    } catch (error) {
      const found = faultsOf(error)
      if (!found) failed(error)
      setFaults(found ?? {})
      focusFault(found ?? {}, 'account')
      setBusy(false)
    }
  }
  return (
    <Dialog open onClose={close} fullWidth maxWidth="sm" fullScreen={phone} aria-labelledby="edit-title">
      <Box component="form" noValidate onSubmit={(event) => void save(event)}>
        <DialogTitle id="edit-title">{`${words.one.edit} ${account.name}`}</DialogTitle>
        <DialogContent>
          <DraftFields draft={draft} change={write} faults={faults} offices={offices} fresh={false} />
        </DialogContent>
        <DialogActions>
          <Button onClick={close}>{common.common.cancel}</Button>
          <Button
            type="submit"
            variant="contained"
            disabled={busy || !draft.office || draft.name.trim() === '' || draft.email.trim() === ''}
          >
            {words.form.save}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  )
}
