import { Box, Button, Link, Typography } from '@mui/material'
import { Link as To, useParams } from 'react-router'
import { writeDay } from '../../shared/deadline/days.ts'
import { useAsked } from '../api.ts'
import { Loading } from '../frame/Loading.tsx'
import { Page } from '../frame/Page.tsx'
import { usePanel } from '../panel.ts'
import { sentenceOf } from '../sign/sentence.ts'
import { reportWords } from '../words/reports.ts'
import { Figures } from './Figures.tsx'
import { Items } from './Items.tsx'
import { type Item, numberOf, type WholeReport } from './report.ts'

/** One report: its file as it was, every number with its items, and what changed since the one before. */
export function ReportPage() {
  const { id = '' } = useParams()
  const { lang, words, ledgers } = usePanel()
  const say = reportWords[lang]
  const { data, error } = useAsked<WholeReport>(`/reports/${id}`)
  return (
    <Page
      title={data ? say.open(data.label[lang], writeDay(data.day, lang, { weekday: false })) : say.title}
      loading={!data}
      beside={
        <>
          <Button component={To} to="/papers/reports">
            {say.back}
          </Button>
          {data && (
            <Button variant="contained" component="a" href={`/api/reports/${id}/file`} download>
              {say.file}
            </Button>
          )}
        </>
      }
    >
      {error && <p role="alert">{sentenceOf(error, words)}</p>}
      {!data && !error && <Loading />}
      {data && (
        <>
          <Typography sx={{ mb: 2 }}>{numberOf(data)}</Typography>
          {data.since && <Since report={data} />}
          {[...new Set(data.of.map((item) => item.ledger ?? data.ledger))].map((key) => {
            const ledger = ledgers.find((each) => each.key === key)
            const of = data.of.filter((item) => (item.ledger ?? data.ledger) === key)
            return ledger && <Figures key={key} ledger={ledger} report={{ ...data, of }} named={key !== data.ledger} />
          })}
          <Items title={say.of(data.count)} items={data.of} report={data} open />
        </>
      )}
    </Page>
  )
}

/** What changed against the last report of the same kind. */
function Since({ report }: { report: WholeReport }) {
  const { lang } = usePanel()
  const say = reportWords[lang]
  const { since } = report
  if (!since) return null
  const found = (ids: string[]) => report.of.filter((item) => ids.includes(item.id))
  const gone = since.gone.map((item): Item => ({ ...item, state: '', version: 0, by: {}, changed: false }))
  const parts = [
    { title: say.added, items: found(since.added) },
    { title: say.moved, items: found(since.changed) },
    { title: say.gone, items: gone },
  ].filter(({ items }) => items.length > 0)
  return (
    <Box component="section" sx={{ mb: 4 }}>
      <Typography variant="h2">
        <Link component={To} to={`/papers/reports/${since.id}`}>
          {say.since(writeDay(since.day, lang, { weekday: false }))}
        </Link>
      </Typography>
      {parts.length === 0 && <p>{say.same}</p>}
      {parts.map(({ title, items }) => (
        <Items key={title} title={`${title}：${say.count(items.length)}`} items={items} report={report} />
      ))}
    </Box>
  )
}
