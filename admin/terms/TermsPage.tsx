import { Button, Typography } from '@mui/material'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { writeDay } from '../../shared/deadline/days.ts'
import { type Sitting, sittingName, sittingOn } from '../../shared/sitting.ts'
import { useCountySettings } from '../calendar/settings.ts'
import { Loading } from '../frame/Loading.tsx'
import { Page } from '../frame/Page.tsx'
import { usePanel } from '../panel.ts'
import { Retry } from '../parts/Retry.tsx'
import { termWords } from '../words/terms.ts'
import { ItemsOf } from './ItemsOf.tsx'
import { OpenSitting } from './OpenSitting.tsx'
import { SittingTable } from './SittingTable.tsx'
import { TakeBack } from './TakeBack.tsx'

/** Which session of the congress it is, what came before, and what of each is unfinished. */
export function TermsPage() {
  const { lang, today, me } = usePanel()
  const words = termWords[lang]
  const settings = useCountySettings()
  const [params] = useSearchParams()
  const [opening, setOpening] = useState(false)
  if (settings.isPending) return <Loading />
  if (settings.isError) return <Retry sentence={words.failed} retry={() => void settings.refetch()} />
  const { sittings } = settings.data
  const now = sittingOn(sittings, today)
  const chosen = sittings.find(({ term, session }) => params.get('of') === `${term}-${session}`) ?? now
  return (
    <Page
      title={words.title}
      beside={
        me.role === 'admin' && (
          <>
            {settings.data.sittingOpenedOn === today && sittings.at(-1) && <TakeBack sitting={sittings.at(-1) as Sitting} />}
            <Button variant="contained" onClick={() => setOpening(true)}>
              {now ? words.open : words.first}
            </Button>
          </>
        )
      }
    >
      <Typography sx={{ mb: 4 }}>{now ? words.now(sittingName(now, lang), writeDay(now.from, lang)) : words.none}</Typography>
      {me.role !== 'admin' && (
        <Typography color="text.secondary" sx={{ mb: 4 }}>
          {words.readOnly}
        </Typography>
      )}
      {chosen && <ItemsOf sitting={chosen} />}
      {sittings.length > 0 && <SittingTable sittings={sittings} chosen={chosen} />}
      {opening && <OpenSitting last={now} close={() => setOpening(false)} />}
    </Page>
  )
}
