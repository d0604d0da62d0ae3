import { Button, Typography } from '@mui/material'
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
import { usePreview } from './notices.ts'

/** Who would be mailed what on a day. Rest days stand there too, with their names, so that nobody wonders at the silence. */
export function Forecast() {
  const { lang, today, world } = usePanel()
  const common = useWords().common
  const words = noticeWords[lang].forecast
  const [params, setParams] = useSearchParams()
  const wished = params.get('date') ?? ''
  const date = isDay(wished) && wished >= today ? wished : isWorkday(world.calendar, today) ? today : nextWorkday(world.calendar, today)
  const preview = usePreview(date)
  const said = preview.data
  return (
    <>
      <Typography color="text.secondary" sx={{ mb: 3, maxWidth: '42rem' }}>
        {words.intro}
      </Typography>
      <DayStrip date={date} choose={(day) => setParams({ date: day })} />
      <Sheet title={`${writeDay(date, lang)}${said?.workday ? ` · ${words.mails(writeNumber(said.planned))}` : ''}`}>
        {preview.isPending && <Loading rows={4} />}
        {preview.isError && (
          <Typography role="alert">
            {words.failed}{' '}
            <Button variant="text" onClick={() => void preview.refetch()}>
              {common.retry}
            </Button>
          </Typography>
        )}
        {said && !said.workday && <Typography>{words.rest(said.rest ?? '')}</Typography>}
        {said?.workday && said.data.length === 0 && <Typography>{words.none}</Typography>}
        {said?.data.map((mailing) => (
          <MailingRow key={mailing.to} mailing={mailing} />
        ))}
        {date === today && said?.workday && (
          <Typography variant="caption" color="text.secondary" sx={{ display: 'block', mt: 2 }}>
            {words.sentAlready}
          </Typography>
        )}
      </Sheet>
    </>
  )
}
