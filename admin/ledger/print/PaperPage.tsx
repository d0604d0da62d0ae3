import { Box, Button, GlobalStyles, Link as MuiLink } from '@mui/material'
import { Link, useParams, useSearchParams } from 'react-router'
import { writeDay } from '../../../shared/deadline/days.ts'
import type { FilledPaper } from '../../../shared/papers/filled.ts'
import { papersOf } from '../../../shared/papers/standing.ts'
import { useAsked } from '../../api.ts'
import { Loading } from '../../frame/Loading.tsx'
import { NotFound } from '../../frame/NotFound.tsx'
import { Page } from '../../frame/Page.tsx'
import { usePanel } from '../../panel.ts'
import { sentenceOf } from '../../sign/sentence.ts'
import { paperWords } from '../../words/papers.ts'
import { useEvents } from '../useRecord.ts'
import { PaperSheet, sheetStyles } from './PaperSheet.tsx'
import { SendOut } from './SendOut.tsx'

/** A paper of one record before it is printed: the same parts that the Word document has. */
export function PaperPage() {
  const { ledger: key = '', paper: name = '', id = '' } = useParams()
  const { ledgers, words, lang, scope, today } = usePanel()
  const say = paperWords[lang]
  const path = `/papers/${key}/${name}/${id}`
  const edition = useSearchParams()[0].get('edition')
  const { data, error } = useAsked<FilledPaper>(edition ? null : `${path}?format=blocks`)
  const ledger = ledgers.find((each) => each.key === key)
  const paper = ledger && papersOf(ledger)[name]

  if (!paper) return <NotFound />
  if (edition)
    return (
      <Page
        title={paper.label[lang]}
        beside={
          <>
            <Button component={Link} to={`/${key}/${id}/show`}>
              {say.back}
            </Button>
            <Button variant="contained" component="a" href={`/api${path}?edition=${encodeURIComponent(edition)}`} download>
              {say.original}
            </Button>
          </>
        }
      >
        {say.issued}
      </Page>
    )
  return (
    <Page
      title={paper.label[lang]}
      beside={
        <>
          <Button component={Link} to={`/${key}/${id}/show`}>
            {say.back}
          </Button>
          {paper.register &&
            data &&
            !data.copy &&
            (scope.office.kind === 'county' || scope.office.kind === 'township') &&
            scope.role !== 'leader' && (
              <>
                <Button component={Link} to="/papers">
                  {say.book(today.slice(0, 4))}
                </Button>
                <SendOut path={path} />
              </>
            )}
          {data && (
            <Button component="a" href={`/api${path}`} download>
              {say.word}
            </Button>
          )}
          <Button variant="contained" disabled={!data} onClick={() => window.print()}>
            {words.common.print}
          </Button>
        </>
      }
    >
      {error && <p role="alert">{sentenceOf(error, words)}</p>}
      {!data && !error && <Loading />}
      {data && (
        <>
          {paper.register && <SentBefore ledger={key} id={id} name={name} />}
          <GlobalStyles styles={sheetStyles(data.sheet)} />
          <PaperSheet paper={data} />
        </>
      )}
    </Page>
  )
}

/** What was sent out of it last, as it was then: below stands a draft of today, which has no number. */
function SentBefore({ ledger, id, name }: { ledger: string; id: string; name: string }) {
  const { lang } = usePanel()
  const say = paperWords[lang]
  // Which version it has, this page does not know: it asks once, and again when the paper is sent out.
  const { data } = useEvents(ledger, id, 0)
  const sent = data?.data.findLast(({ paper }) => paper?.key === name)
  if (!sent?.paper) return null
  const { word, year, no, edition } = sent.paper
  return (
    <Box role="note" sx={{ displayPrint: 'none', mb: 3 }}>
      {say.sentBefore(`${word}〔${year}〕${no}号`, writeDay(sent.on, lang, { weekday: false }))}{' '}
      <MuiLink href={`/api/papers/${ledger}/${name}/${id}?edition=${edition}`} underline="always" download>
        {say.original}
      </MuiLink>
    </Box>
  )
}
