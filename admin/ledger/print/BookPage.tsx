import { Button, Link } from '@mui/material'
import { Link as To } from 'react-router'
import { writeDay } from '../../../shared/deadline/days.ts'
import type { Label } from '../../../shared/names.ts'
import { useEvery } from '../../api.ts'
import { Loading } from '../../frame/Loading.tsx'
import { Page } from '../../frame/Page.tsx'
import { usePanel } from '../../panel.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { paperWords } from '../../words/papers.ts'
import { reportWords } from '../../words/reports.ts'

type Entry = {
  word: string
  year: number
  no: number
  paper: string
  label: Label
  ledger: string
  id: string
  edition: number
  on: string
  by: { name: string }
  name: string
  report?: true
}

/** 发文登记: what the reader's organ sent out this year, by word and number; each opens as it was. */
export function BookPage() {
  const { lang, today } = usePanel()
  const say = paperWords[lang]
  const year = today.slice(0, 4)
  const { data } = useEvery<Entry>(`/papers?year=${year}`)
  return (
    <Page
      title={say.book(year)}
      beside={
        <Button component={To} to="/papers/reports">
          {reportWords[lang].title}
        </Button>
      }
    >
      {!data && <Loading />}
      {data && (
        <DataTable
          empty={say.empty}
          frame={{ bgcolor: 'background.paper' }}
          rows={data}
          id={({ word, no }) => `${word} ${no}`}
          columns={[
            {
              label: say.columns.no,
              cell: ({ word, no, paper, ledger, id, edition, report }) => (
                <Link href={report ? `/api/reports/${id}/file` : `/api/papers/${ledger}/${paper}/${id}?edition=${edition}`} download>
                  {`${word}〔${year}〕${no}号`}
                </Link>
              ),
            },
            { label: say.columns.paper, cell: ({ label }) => label[lang] },
            {
              label: say.columns.item,
              cell: ({ ledger, id, name, report }) => (
                <Link component={To} to={report ? `/papers/reports/${id}` : `/${ledger}/${id}/show`}>
                  {name}
                </Link>
              ),
            },
            { label: say.columns.on, cell: ({ on }) => writeDay(on, lang, { weekday: false }) },
            { label: say.columns.by, cell: ({ by }) => by.name },
          ]}
        />
      )}
    </Page>
  )
}
