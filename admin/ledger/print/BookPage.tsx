import { Button, Link } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { Link as To } from 'react-router'
import { writeDay } from '../../../shared/deadline/days.ts'
import type { Label } from '../../../shared/names.ts'
import { Loading } from '../../frame/Loading.tsx'
import { Page } from '../../frame/Page.tsx'
import { request } from '../../http.ts'
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
  const { data } = useQuery({ queryKey: ['book', year], queryFn: () => allOf(year) })
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

/** A year's book, page by page. */
async function allOf(year: string): Promise<Entry[]> {
  const all: Entry[] = []
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const page: { data: Entry[]; next?: string } = await request(
      `/papers?year=${year}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
    )
    all.push(...page.data)
    cursor = page.next
  }
  return all
}
