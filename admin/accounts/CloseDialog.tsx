import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Link as MuiLink, Typography } from '@mui/material'
import { type FormEvent, useState } from 'react'
import { Link } from 'react-router'
import type { Office } from '../../shared/world.ts'
import { useWidth } from '../frame/useWidth.ts'
import { usePanel } from '../panel.ts'
import { writeNumber } from '../parts/number.ts'
import { handOverWords } from '../words/hand-over.ts'
import { useAccountWords, useChange, useSayDone } from './accounts.ts'
import { type Closing, usePreview } from './closing.ts'
import { OfficeBox, TextBox } from './Fields.tsx'
import { type Faults, faultsOf, focusFault } from './faults.ts'
import { HandingOver } from './HandingOver.tsx'

/** An office that ends: what that means in numbers, who takes over, why; then how far its work has been handed over. */
export function CloseDialog({ office, offices, close }: { office: Office; offices: Office[]; close: () => void }) {
  const { lang, words } = usePanel()
  const said = useAccountWords().offices
  const phone = useWidth() === 'phone'
  const change = useChange()
  const { failed } = useSayDone()
  const heirs = offices.filter(({ kind, id, closed }) => kind === office.kind && id !== office.id && !closed)
  const [into, setInto] = useState<Office | null>(null)
  const [reason, setReason] = useState('')
  const [faults, setFaults] = useState<Faults>({})
  const [begun, setBegun] = useState<Closing | null>(null)
  const preview = usePreview(office)
  const sums = preview.data
  const empty = sums !== undefined && sums.records + sums.people === 0
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const missing: Faults = {
      ...(into || empty ? {} : { into: said.needHeir }),
      ...(reason.trim() ? {} : { reason: said.needReason }),
    }
    setFaults(missing)
    focusFault(missing, 'close')
    if (Object.keys(missing).length > 0) return
    try {
      const body = { ...(into ? { into: into.id } : {}), reason: reason.trim() }
      setBegun(await change<Closing>(`/offices/${office.kind}/${office.id}/close`, 'POST', body))
    } catch (error) {
      const found = faultsOf(error)
      if (!found) failed(error)
      setFaults(found ?? {})
    }
  }
  return (
    <Dialog open onClose={close} fullWidth maxWidth="sm" fullScreen={phone} aria-labelledby="close-title">
      <DialogTitle id="close-title">{said.askClose(office.name[lang])}</DialogTitle>
      {begun ? (
        <>
          <DialogContent>
            <HandingOver begun={begun} said={said} done={said.handed(into?.name[lang] ?? '')} />
          </DialogContent>
          <DialogActions>
            <Button onClick={close}>{words.common.close}</Button>
          </DialogActions>
        </>
      ) : (
        <Box component="form" noValidate onSubmit={(event) => void send(event)}>
          <DialogContent>
            <Typography role="status" sx={{ mb: 4 }}>
              {sums
                ? said.foreseen(writeNumber(sums.records), writeNumber(sums.duties), writeNumber(sums.people), writeNumber(sums.notices))
                : preview.isError
                  ? said.failed
                  : said.counting}
            </Typography>
            <OfficeBox id="close-into" label={said.heir} value={into} options={heirs} change={setInto} error={faults.into} />
            <TextBox id="close-reason" label={said.reason} value={reason} change={setReason} error={faults.reason} required />
            <Typography color="text.secondary">{said.handText}</Typography>
            {!empty && (
              <MuiLink component={Link} to={`/offices/${office.kind}/${office.id}/hand-over`}>
                {handOverWords[lang].split}
              </MuiLink>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={close}>{said.keep}</Button>
            <Button type="submit" variant="contained" color="error" disabled={!sums}>
              {said.closeVerb(office.name[lang])}
            </Button>
          </DialogActions>
        </Box>
      )}
    </Dialog>
  )
}
