import { Box, Button, Typography } from '@mui/material'
import { useSearchParams } from 'react-router'
import { calendar, isPublished } from '../../shared/deadline/calendar.ts'
import { Loading } from '../frame/Loading.tsx'
import { Page } from '../frame/Page.tsx'
import { usePanel } from '../panel.ts'
import { Retry } from '../parts/Retry.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { calendarWords } from '../words/calendar.ts'
import { DayMoves } from './DayMoves.tsx'
import { EntryLimits } from './EntryLimits.tsx'
import { OwnDays } from './OwnDays.tsx'
import { RestList } from './RestList.tsx'
import { useCountySettings } from './settings.ts'
import { YearGrid } from './YearGrid.tsx'

/** Which days count: the year at a glance, its rest days by name, and what the county adds. */
export function CalendarPage() {
  const { lang, today, me } = usePanel()
  const words = calendarWords[lang]
  const [params, setParams] = useSearchParams()
  const settings = useCountySettings()
  const wished = Number(params.get('year'))
  const year = wished >= 2000 && wished <= 2100 ? wished : Number(today.slice(0, 4))
  const turn = (to: number) => setParams({ year: String(to) })
  if (settings.isPending) return <Loading />
  if (settings.isError) return <Retry sentence={words.failed} retry={() => void settings.refetch()} />
  const { off, work, published } = settings.data
  const own = calendar(off, work, published)
  return (
    <Page
      title={`${words.title} ${words.year(String(year))}`}
      beside={
        <>
          <Button onClick={() => turn(year - 1)}>{words.previous}</Button>
          <Button onClick={() => turn(year + 1)}>{words.next}</Button>
        </>
      }
    >
      <Typography sx={{ mb: 3, fontWeight: isPublished(own, year) ? 400 : 700 }}>
        {isPublished(own, year) ? words.published : words.provisional(String(year))}
      </Typography>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 22rem' },
          columnGap: 4,
          alignItems: 'start',
        }}
      >
        <Sheet>
          <YearGrid year={year} calendar={own} />
        </Sheet>
        <div>
          <Sheet title={words.rests}>
            <RestList year={year} calendar={own} />
          </Sheet>
          {me.role !== 'admin' && <Typography color="text.secondary">{words.readOnly}</Typography>}
        </div>
      </Box>
      {me.role === 'admin' && <OwnDays key={year} settings={settings.data} year={year} calendar={own} />}
      {me.role === 'admin' && <DayMoves version={settings.data.version} />}
      {me.role === 'admin' && <EntryLimits key={settings.data.version} settings={settings.data} />}
    </Page>
  )
}
