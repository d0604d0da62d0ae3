import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, MenuItem, Select } from '@mui/material'
import { type FormEvent, useState } from 'react'
import type { Office } from '../../shared/world.ts'
import { useWidth } from '../frame/useWidth.ts'
import { usePanel } from '../panel.ts'
import { keyOf } from '../settings/key-of.ts'
import { useAccountWords, useChange, useSayDone } from './accounts.ts'
import { Labelled, OfficeBox, TextBox } from './Fields.tsx'
import { type Faults, faultsOf, focusFault } from './faults.ts'

type Props = { office: Office | null; offices: Office[]; close: () => void }

/** A new office, or another name for one. Its id is made from its name, stands in records and never changes. */
export function OfficeDialog({ office, offices, close }: Props) {
  const { lang, words: common } = usePanel()
  const said = useAccountWords().offices
  const phone = useWidth() === 'phone'
  const change = useChange()
  const { done, failed } = useSayDone()
  const townships = offices.filter(({ kind, closed }) => kind === 'township' && !closed)
  const [kind, setKind] = useState<Office['kind']>(office?.kind ?? 'unit')
  const [called, setCalled] = useState(office?.name[lang] ?? '')
  const [township, setTownship] = useState<Office | null>(townships.find((each) => each.id === office?.township) ?? null)
  const [faults, setFaults] = useState<Faults>({})
  const [busy, setBusy] = useState(false)
  const needsTownship = kind === 'deputy'
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const missing: Faults = {
      ...(called.trim() ? {} : { name: said.needName }),
      ...(needsTownship && !township ? { township: said.needTownship } : {}),
    }
    setFaults(missing)
    focusFault(missing, 'office')
    if (Object.keys(missing).length > 0) return
    setBusy(true)
    const text = called.trim()
    // One name for both languages, until somebody who works in the other writes its own.
    const name = office && office.name.zh !== office.name.en ? { ...office.name, [lang]: text } : { zh: text, en: text }
    const id = keyOf(text, (key) => offices.some((each) => each.id === key))
    const where = needsTownship && township ? { township: township.id } : {}
    try {
      if (office) await change(`/offices/${office.kind}/${office.id}`, 'PATCH', { name, ...where })
      else await change('/offices', 'POST', { id, kind, name, ...where })
      done(office ? said.saved(name[lang]) : said.done(name[lang]))
      close()
    } catch (error) {
      const found = faultsOf(error)
      if (!found) failed(error)
      setFaults(found ?? {})
      setBusy(false)
    }
  }
  return (
    <Dialog open onClose={close} fullWidth maxWidth="sm" fullScreen={phone} aria-labelledby="office-title">
      <Box component="form" noValidate onSubmit={(event) => void save(event)}>
        <DialogTitle id="office-title">{office ? `${said.rename} ${office.name[lang]}` : said.create}</DialogTitle>
        <DialogContent>
          {!office && (
            <Labelled id="office-kind" label={said.kind} required>
              <Select
                fullWidth
                value={kind}
                onChange={(event) => setKind(event.target.value as Office['kind'])}
                inputProps={{ id: 'office-kind', 'aria-label': said.kind }}
              >
                {(['unit', 'township', 'deputy'] as const).map((each) => (
                  <MenuItem key={each} value={each}>
                    {said.kinds[each]}
                  </MenuItem>
                ))}
              </Select>
            </Labelled>
          )}
          <TextBox id="office-name" label={said.zh} value={called} change={setCalled} error={faults.name ?? faults.id} required />
          {needsTownship && (
            <OfficeBox
              id="office-township"
              label={said.township}
              value={township}
              options={townships}
              change={setTownship}
              error={faults.township}
            />
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={close}>{common.common.cancel}</Button>
          <Button type="submit" variant="contained" disabled={busy}>
            {office ? said.save : said.submit}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  )
}
