import { Box, Link } from '@mui/material'
import { useId, useState } from 'react'
import { Link as To } from 'react-router'
import { writeDay, writeRest } from '../../../shared/deadline/days.ts'
import { explain } from '../../../shared/deadline/why.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { openerOf } from '../../../shared/definition/openers.ts'
import type { Shown, ShownDuty } from '../../data.ts'
import { usePanel } from '../../panel.ts'
import { InlineButton } from '../../parts/InlineButton.tsx'

type Props = { ledger: Ledger; record: Shown; duty: ShownDuty }

/** A link that opens, in its place, why the day is the day. */
export function WhyToggle({ ledger, record, duty, short = false }: Props & { short?: boolean }) {
  const { words } = usePanel()
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <>
      <InlineButton aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {open ? words.record.foldWhy : short ? words.record.whyShort : words.record.why}
      </InlineButton>
      <Box id={id} hidden={!open}>
        {open && <WhyPanel ledger={ledger} record={record} duty={duty} />}
      </Box>
    </>
  )
}

/** The derivation, clause by clause, with every day that was passed over and its name. */
export function WhyPanel({ ledger, record, duty }: Props) {
  const { words, lang } = usePanel()
  const start = openerOf(ledger, duty, record.took)
  const clauses = explain(duty, lang, { fields: ledger.fields, ...(start ? { start } : {}) })
  return (
    <Box sx={{ fontSize: '0.93rem', mt: 2, maxWidth: '46rem' }}>
      <Box component="ol" sx={{ m: 0, pl: 5 }}>
        {clauses.map((clause) => (
          <li key={clause}>{clause}</li>
        ))}
      </Box>
      <Days label={words.why.skipped} days={duty.why.skipped} />
      <Days label={words.why.worked} days={duty.why.worked ?? []} />
      {duty.why.cap && <Box sx={{ color: 'text.secondary' }}>{words.why.cap(writeDay(duty.why.cap.day, lang))}</Box>}
      {(duty.state === 'open' || duty.state === 'paused') && (
        <Link component={To} to={`/papers/${ledger.key}/deadlines/${record.id}`} sx={{ displayPrint: 'none' }}>
          {words.common.print}
        </Link>
      )}
    </Box>
  )
}

function Days({ label, days }: { label: string; days: { day: string; name: string }[] }) {
  const { lang, words, today } = usePanel()
  if (days.length === 0) return null
  return (
    <Box sx={{ color: 'text.secondary' }}>
      {`${label}：`}
      {days
        .map(({ day, name }) => `${writeDay(day, lang, { year: 'auto', today, weekday: false })} ${writeRest(name, lang)}`)
        .join(words.common.and)}
    </Box>
  )
}
