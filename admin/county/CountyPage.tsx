import { Box, GlobalStyles, Typography } from '@mui/material'
import { writeDay } from '../../shared/deadline/days.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { Page } from '../frame/Page.tsx'
import { usePanel, useSay } from '../panel.ts'
import { countyWords } from '../words/county.ts'
import { AllCards } from './AllCards.tsx'
import { AllSheet } from './AllSheet.tsx'
import { Cards } from './Cards.tsx'
import { ChartSheet } from './ChartSheet.tsx'
import { Empty } from './Empty.tsx'
import { useCounts, useFigures } from './figures.ts'
import { GroupSheet } from './GroupSheet.tsx'
import { groupings, STATES } from './grouping.ts'
import { LateSheet } from './LateSheet.tsx'
import { MeetingSheet } from './MeetingSheet.tsx'
import { MorningSheet } from './MorningSheet.tsx'
import { Pickers } from './Pickers.tsx'
import { type Asked, endOfLastMonth, useAsked } from './question.ts'
import { AllSentence, Sentence } from './Sentence.tsx'
import { Sums } from './Sums.tsx'

/** Where is it stuck: one sentence, six figures, the rows behind them, what is overdue and whether the mails went out. */
export function CountyPage() {
  const { lang, me, today } = usePanel()
  const say = useSay()
  const asked = useAsked()
  const words = countyWords[lang]
  return (
    <Page title={words.title} beside={<Pickers asked={asked} words={words} />}>
      <GlobalStyles styles={{ '@page': { size: 'A4 landscape', margin: '12mm' } }} />
      {asked.ledger ? <OneLedger key={asked.ledger.key} asked={asked} ledger={asked.ledger} /> : <AllLedgers asked={asked} />}
      <Typography variant="caption" sx={{ display: 'none', displayPrint: 'block' }}>
        {words.printed(writeDay(today, lang), say(me.office.name))}
      </Typography>
    </Page>
  )
}

function OneLedger({ asked, ledger }: { asked: Asked; ledger: Ledger }) {
  const { lang } = usePanel()
  const words = countyWords[lang]
  const { year, asOf } = asked
  const ways = groupings(ledger, words, lang)
  const way = ways.find(({ key }) => key === asked.by) ?? ways[0]
  const by = way && way.key !== STATES ? way.key : undefined
  // Every part of the page reads from these two.
  const figures = useFigures({ ledger: ledger.key, asOf, year, by, against: endOfLastMonth(asOf) })
  const counts = useCounts(ledger.key, { ...(year ? { year } : {}), ...(by ? { by } : {}) }, asked.live)
  const nothing = figures.data?.total.records === 0 && (!asked.live || counts.data?.total === 0)
  return (
    <>
      <Sentence asked={asked} ledger={ledger} counts={counts.data} figures={figures.data} />
      <Cards asked={asked} ledger={ledger} counts={counts} figures={figures} />
      <Sums ledger={ledger} figures={figures.data} />
      <Box sx={asked.live ? columns : {}}>
        <div>
          {nothing || !way ? (
            <Empty asked={asked} ledger={ledger} />
          ) : (
            <GroupSheet asked={asked} ledger={ledger} way={way} counts={counts} figures={figures} />
          )}
        </div>
        {asked.live && (
          <div>
            <LateSheet asked={asked} words={words} />
            <MorningSheet words={words} />
          </div>
        )}
      </Box>
      {!nothing && <ChartSheet asked={asked} ledger={ledger} />}
    </>
  )
}

function AllLedgers({ asked }: { asked: Asked }) {
  const { lang } = usePanel()
  const words = countyWords[lang]
  return (
    <>
      <AllSentence asked={asked} words={words} />
      <AllCards asked={asked} words={words} />
      <Box sx={columns}>
        <AllSheet asked={asked} words={words} />
        <div>
          <LateSheet asked={asked} words={words} />
          <MorningSheet words={words} />
          {asked.live && <MeetingSheet words={words} />}
        </div>
      </Box>
    </>
  )
}

/** The table takes what the lists leave, and stands above them where letters are large; on a phone what is overdue comes first. */
const columns = {
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 4,
  alignItems: 'flex-start',
  '& > *': { flex: { xs: '1 1 100%', md: '999 1 42rem' }, minWidth: 0 },
  '& > :last-child': { flex: { xs: '1 1 100%', md: '1 1 22.6rem' }, order: { xs: -1, md: 0 } },
  '@media print': { display: 'block' },
} as const
