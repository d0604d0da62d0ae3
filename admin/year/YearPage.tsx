import { Box, Button, Typography } from '@mui/material'
import { useSearchParams } from 'react-router'
import { writeDay } from '../../shared/deadline/days.ts'
import type { CalendarDay } from '../../shared/wire.ts'
import { useAsked } from '../api.ts'
import { Loading } from '../frame/Loading.tsx'
import { Page } from '../frame/Page.tsx'
import { usePanel } from '../panel.ts'
import { writeNumber } from '../parts/number.ts'
import { sentenceOf } from '../sign/sentence.ts'
import { yearWords } from '../words/year.ts'
import { Subscribe } from './Subscribe.tsx'
import { YearLine } from './YearLine.tsx'

/** 全年日程: what is planned and what our office owes, month by month; the same on paper, and as an address to subscribe to. */
export function YearPage() {
  const { lang, words, today } = usePanel()
  const say = yearWords[lang]
  const [params, setParams] = useSearchParams()
  const year = params.get('year') ?? today.slice(0, 4)
  const { data, error } = useAsked<{ data: CalendarDay[]; more?: true }>(`/year?year=${year}`)
  const days = data?.data ?? []
  const months = new Map([...new Set(days.map(monthOf))].map((month) => [month, days.filter((day) => monthOf(day) === month)]))
  const turn = (by: number) => () => setParams({ year: String(Number(year) + by) })
  return (
    <Page
      title={say.title(year)}
      beside={
        <>
          <Button onClick={turn(-1)}>{say.before}</Button>
          <Button onClick={turn(1)}>{say.after}</Button>
          <Button variant="contained" onClick={() => window.print()}>
            {say.print}
          </Button>
        </>
      }
    >
      {error && <p role="alert">{sentenceOf(error, words)}</p>}
      {!data && !error && <Loading />}
      {data?.data.length === 0 && <p>{say.empty}</p>}
      {data?.more && <p role="status">{say.more(writeNumber(days.length))}</p>}
      {[...months].map(([month, days]) => (
        <Box component="section" key={month} sx={{ mb: 3, p: 3, bgcolor: 'background.paper', breakInside: 'avoid' }}>
          <Typography variant="h2">{writeDay(`${month}-01`, lang, { weekday: false }).replace(/1日$|^1 /, '')}</Typography>
          <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {days.map((day) => (
              <YearLine key={`${day.ledger} ${day.id} ${day.key}`} day={day} />
            ))}
          </Box>
        </Box>
      ))}
      <Subscribe />
    </Page>
  )
}

const monthOf = ({ on }: CalendarDay) => on.slice(0, 7)
