import { Box } from '@mui/material'
import { writeDay, writeInstant, writeRest } from '../../../shared/deadline/days.ts'
import { explain } from '../../../shared/deadline/why.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { Shown, ShownDuty } from '../../data.ts'
import { usePanel } from '../../panel.ts'
import { officeName } from '../../parts/office.ts'
import { openerOf } from '../openers.ts'
import { Qr } from './Qr.tsx'

/** 期限说明 on paper: whose duty, its day, clause by clause why, and every day that was passed over. */
export function WhySheet({ ledger, record, duty }: { ledger: Ledger; record: Shown; duty: ShownDuty }) {
  const { words, lang, offices } = usePanel()
  const start = openerOf(ledger, duty.key)
  const clauses = explain(duty, lang, { fields: ledger.fields, ...(start ? { start } : {}) })
  const days = [
    { label: words.why.skipped, days: duty.why.skipped },
    { label: words.why.worked, days: duty.why.worked ?? [] },
  ].filter((each) => each.days.length > 0)
  return (
    <>
      <Box sx={{ float: 'right', textAlign: 'right', fontSize: '9pt' }}>
        <Qr text={`${window.location.origin}/${record.ledger}/${record.id}/show`} label={words.sheet.scan} />
        <div>{record.number}</div>
        <div>{words.sheet.printed(writeInstant(new Date(), lang))}</div>
      </Box>
      <Box component="h2" sx={{ fontSize: '22pt', fontWeight: 700, textAlign: 'center', m: 0, mb: '8mm' }}>
        {words.why.title}
      </Box>
      <p>{`${record.number ?? ''} ${record.heading}`.trim()}</p>
      <Box component="p" sx={{ fontWeight: 700 }}>
        {`${officeName(offices, duty.holder.id, lang, duty.holder.kind)} · ${duty.label[lang]}${duty.dueOn ? ` · ${writeDay(duty.dueOn, lang)}` : ''}`}
      </Box>
      <ol>
        {clauses.map((clause) => (
          <li key={clause}>{clause}</li>
        ))}
      </ol>
      {days.map(({ label, days: each }) => (
        <p
          key={label}
        >{`${label}：${each.map(({ day, name }) => `${writeDay(day, lang, { weekday: false })} ${writeRest(name, lang)}`).join(words.common.and)}`}</p>
      ))}
    </>
  )
}
