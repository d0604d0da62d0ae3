import { Box, Button, Link, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { Link as To, useParams } from 'react-router'
import { writeDay } from '../../shared/deadline/days.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { optionsOf } from '../../shared/definition/options.ts'
import { Loading } from '../frame/Loading.tsx'
import { Page } from '../frame/Page.tsx'
import { request } from '../http.ts'
import { usePanel } from '../panel.ts'
import { sentenceOf } from '../sign/sentence.ts'
import { reportWords } from '../words/reports.ts'
import { type Item, numberOf, type WholeReport } from './report.ts'

/** One report: its file as it was, every number with its items, and what changed since the one before. */
export function ReportPage() {
  const { id = '' } = useParams()
  const { lang, words, ledgers } = usePanel()
  const say = reportWords[lang]
  const { data, error } = useQuery({ queryKey: ['report', id], queryFn: () => request<WholeReport>(`/reports/${id}`) })
  const ledger = ledgers.find(({ key }) => key === data?.ledger)
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
          {ledger && <Figures ledger={ledger} report={data} />}
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

/** Every number of the report, with the items behind it. */
function Figures({ ledger, report }: { ledger: Ledger; report: WholeReport }) {
  const { lang } = usePanel()
  const counted = Object.entries(ledger.fields).filter(([key]) => report.of.some(({ by }) => by[key]))
  if (counted.length === 0) return null
  return (
    <Box component="section" sx={{ mb: 4 }}>
      <Typography variant="h2">{reportWords[lang].figures}</Typography>
      {counted.flatMap(([key, field]) =>
        Object.entries(optionsOf(field, ledger.fields) ?? {}).flatMap(([option, label]) => {
          const items = report.of.filter(({ by }) => by[key]?.includes(option))
          if (items.length === 0) return []
          const title = `${field.label[lang]} · ${label[lang]}：${reportWords[lang].count(items.length)}`
          return [<Items key={`${key}.${option}`} title={title} items={items} report={report} />]
        }),
      )}
    </Box>
  )
}

function Items({ title, items, report, open = false }: { title: string; items: Item[]; report: WholeReport; open?: boolean }) {
  const { lang, ledgers } = usePanel()
  const states = ledgers.find(({ key }) => key === report.ledger)?.states ?? {}
  return (
    <Box component="details" open={open} sx={{ my: 1.5 }}>
      <Box component="summary" sx={{ cursor: 'pointer', py: 1 }}>
        {title}
      </Box>
      <Box component="ul" sx={{ m: 0, pl: 6 }}>
        {items.map(({ id, number, heading, state, changed }) => (
          <li key={id}>
            <Link component={To} to={`/${report.ledger}/${id}/show`} underline="always">
              {[number, heading].filter(Boolean).join(' ')}
            </Link>
            {states[state] && ` · ${states[state].label[lang]}`}
            {changed && state !== '' && ` · ${reportWords[lang].changed}`}
          </li>
        ))}
      </Box>
    </Box>
  )
}
