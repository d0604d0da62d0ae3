import { Box, Button, Link as MuiLink, Typography } from '@mui/material'
import { type FormEvent, useState } from 'react'
import { Link, useParams } from 'react-router'
import type { Office } from '../../shared/world.ts'
import { Loading } from '../frame/Loading.tsx'
import { NotFound } from '../frame/NotFound.tsx'
import { Page } from '../frame/Page.tsx'
import { usePanel } from '../panel.ts'
import { writeNumber } from '../parts/number.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { handOverWords } from '../words/hand-over.ts'
import { useChange, useOffices, useSayDone } from './accounts.ts'
import type { Closing } from './closing.ts'
import { OfficeBox, TextBox } from './Fields.tsx'
import { type Faults, faultsOf, focusFault } from './faults.ts'
import { HandingOver } from './HandingOver.tsx'
import { type Choice, chosenBody, usePart } from './hand-over.ts'
import { PartOf } from './PartOf.tsx'

/** A part of an office's open work goes to another while both go on: which items, to whom, why; what that means in numbers; then how far it is. */
export function HandOverPage() {
  const { kind = '', id = '' } = useParams()
  const offices = useOffices()
  if (offices.isPending) return <Loading />
  const office = offices.data?.data.find((each) => each.kind === kind && each.id === id && !each.closed)
  if (!office || (kind !== 'township' && kind !== 'unit')) return <NotFound />
  return <Whole key={`${kind}/${id}`} office={office} offices={offices.data?.data ?? []} />
}

function Whole({ office, offices }: { office: Office; offices: Office[] }) {
  const { lang } = usePanel()
  const said = handOverWords[lang]
  const change = useChange()
  const { failed } = useSayDone()
  const [choice, setChoice] = useState<Choice>({ all: false, items: [], ledger: '', township: '', words: '' })
  const [to, setTo] = useState<Office | null>(null)
  const [reason, setReason] = useState('')
  const [faults, setFaults] = useState<Faults>({})
  const [begun, setBegun] = useState<Closing | null>(null)
  const heirs = offices.filter(({ kind, id, closed }) => kind === office.kind && id !== office.id && !closed)
  const foreseen = usePart(office, choice, to ?? heirs[0] ?? null)
  const empty = !choice.all && choice.items.length === 0
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const missing: Faults = {
      ...(empty ? { items: said.needItems } : {}),
      ...(to ? {} : { to: said.needTo }),
      ...(reason.trim() ? {} : { reason: said.needReason }),
    }
    setFaults(missing)
    focusFault(missing, 'part')
    if (!to || Object.keys(missing).length > 0) return
    try {
      const body = { to: to.id, reason: reason.trim(), ...chosenBody(choice) }
      setBegun(await change<Closing>(`/offices/${office.kind}/${office.id}/hand-over`, 'POST', body))
    } catch (error) {
      const found = faultsOf(error)
      if (!found) failed(error)
      setFaults(found?.query ? { ...found, items: found.query } : (found ?? {}))
    }
  }
  const back = (
    <MuiLink component={Link} to="/offices">
      {said.back}
    </MuiLink>
  )
  if (begun)
    return (
      <Page title={said.title(office.name[lang])} above={back}>
        <Sheet>
          <HandingOver begun={begun} said={said} done={said.handed(to?.name[lang] ?? '')} />
          <Typography color="text.secondary" sx={{ mt: 3 }}>
            {said.deputies}
          </Typography>
        </Sheet>
      </Page>
    )
  const sums = foreseen.data
  return (
    <Page title={said.title(office.name[lang])} above={back}>
      <Typography sx={{ mb: 4, maxWidth: '46rem' }}>{said.intro}</Typography>
      <Box component="form" noValidate onSubmit={(event) => void send(event)}>
        <PartOf office={office} offices={offices} choice={choice} change={setChoice} fault={faults.items} />
        <Sheet>
          <Box sx={{ maxWidth: '30rem' }}>
            <OfficeBox id="part-to" label={said.to} value={to} options={heirs} change={setTo} error={faults.to} />
            <TextBox id="part-reason" label={said.reason} value={reason} change={setReason} error={faults.reason} required />
          </Box>
          <Typography role="status" sx={{ mb: 3, minHeight: '1.5em' }}>
            {empty
              ? ''
              : !sums
                ? said.counting
                : sums.records === 0
                  ? said.nothing
                  : said.foreseen(writeNumber(sums.records), writeNumber(sums.duties), writeNumber(sums.notices))}
          </Typography>
          <Button type="submit" variant="contained" disabled={sums?.records === 0}>
            {said.submit(empty || !sums ? '' : writeNumber(sums.records))}
          </Button>
        </Sheet>
      </Box>
    </Page>
  )
}
