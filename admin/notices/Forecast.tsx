import { Box, Button, MenuItem, Select, Typography } from '@mui/material'
import { useSearchParams } from 'react-router'
import { isWorkday, nextWorkday } from '../../shared/deadline/calendar.ts'
import { writeDay } from '../../shared/deadline/days.ts'
import { isDay } from '../../shared/names.ts'
import { Loading } from '../frame/Loading.tsx'
import { usePanel, useWords } from '../panel.ts'
import { writeNumber } from '../parts/number.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { noticeWords } from '../words/notices.ts'
import { DayStrip } from './DayStrip.tsx'
import { MailingRow } from './MailingRow.tsx'
import { useForecast } from './notices.ts'

/** Who will be told what on the next sixty working days, of all or of one office or ledger; what is asked stands in the address. */
export function Forecast() {
  const { lang, today, world } = usePanel()
  const common = useWords().common
  const words = noticeWords[lang].forecast
  const [params, setParams] = useSearchParams()
  const wished = params.get('date') ?? ''
  const date = isDay(wished) && wished >= today ? wished : isWorkday(world.calendar, today) ? today : nextWorkday(world.calendar, today)
  const asked = { office: params.get('office') ?? '', ledger: params.get('ledger') ?? '' }
  const forecast = useForecast({ ...asked, date })
  const said = forecast.data
  const ask = (change: Record<string, string>) =>
    setParams((now) => {
      const next = new URLSearchParams(now)
      for (const [key, value] of Object.entries(change)) value ? next.set(key, value) : next.delete(key)
      return next
    })
  const mails = said?.days.find((day) => day.date === date)?.mails
  return (
    <>
      <Typography color="text.secondary" sx={{ mb: 3, maxWidth: '42rem' }}>
        {words.intro}
      </Typography>
      <Filters asked={asked} ask={ask} />
      {forecast.isPending && <Loading rows={4} />}
      {forecast.isError && (
        <Typography role="alert">
          {words.failed}{' '}
          <Button variant="text" onClick={() => void forecast.refetch()}>
            {common.retry}
          </Button>
        </Typography>
      )}
      {said && <DayStrip forecast={said} date={date} choose={(day) => ask({ date: day })} />}
      {said && (
        <Sheet title={`${writeDay(date, lang)}${mails === undefined ? '' : ` · ${words.mails(writeNumber(mails))}`}`}>
          {said.data?.length === 0 && <Typography>{words.none}</Typography>}
          {said.data?.map((mailing) => (
            <MailingRow key={mailing.to} mailing={mailing} />
          ))}
          {date === today && (
            <Typography variant="caption" color="text.secondary" sx={{ display: 'block', mt: 2 }}>
              {words.sentAlready}
            </Typography>
          )}
        </Sheet>
      )}
    </>
  )
}

type Asked = { office: string; ledger: string }

function Filters({ asked, ask }: { asked: Asked; ask: (change: Partial<Asked>) => void }) {
  const { lang, offices, ledgers } = usePanel()
  const words = noticeWords[lang].forecast
  const told = offices.filter(({ kind, closed }) => kind !== 'deputy' && !closed)
  return (
    <Box sx={{ display: 'flex', gap: 3, flexWrap: 'wrap', mb: 3, displayPrint: 'none' }}>
      <Select
        size="small"
        displayEmpty
        value={asked.office}
        onChange={({ target }) => ask({ office: target.value })}
        inputProps={{ 'aria-label': words.office }}
      >
        <MenuItem value="">{words.everyOffice}</MenuItem>
        {told.map(({ kind, id, name }) => (
          <MenuItem key={`${kind}:${id}`} value={id}>
            {name[lang]}
          </MenuItem>
        ))}
      </Select>
      <Select
        size="small"
        displayEmpty
        value={asked.ledger}
        onChange={({ target }) => ask({ ledger: target.value })}
        inputProps={{ 'aria-label': words.ledger }}
      >
        <MenuItem value="">{words.everyLedger}</MenuItem>
        {ledgers.map(({ key, label }) => (
          <MenuItem key={key} value={key}>
            {label[lang]}
          </MenuItem>
        ))}
      </Select>
    </Box>
  )
}
