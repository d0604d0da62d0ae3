import { Link, Typography } from '@mui/material'
import { Link as To } from 'react-router'
import { writeDay } from '../../shared/deadline/days.ts'
import { useAsked } from '../api.ts'
import { Loading } from '../frame/Loading.tsx'
import { Page } from '../frame/Page.tsx'
import { usePanel } from '../panel.ts'
import { DataTable } from '../parts/DataTable.tsx'
import { reportWords } from '../words/reports.ts'
import { OfficePapers } from './OfficePapers.tsx'
import { numberOf, type Report } from './report.ts'

/** 报告存档: what the reader's organ has kept, the newest day first. */
export function ReportsPage() {
  const { lang } = usePanel()
  const say = reportWords[lang]
  const { data } = useAsked<{ data: Report[] }>('/reports')
  return (
    <Page title={say.title}>
      <OfficePapers />
      <Typography sx={{ mb: 3, maxWidth: '46rem' }}>{say.lead}</Typography>
      {!data && <Loading />}
      {data && (
        <DataTable
          empty={say.empty}
          frame={{ bgcolor: 'background.paper' }}
          rows={data.data}
          id={({ id }) => id}
          columns={[
            { label: say.columns.day, cell: (report) => writeDay(report.day, lang, { weekday: false }) },
            {
              label: say.columns.report,
              cell: ({ id, label }) => (
                <Link component={To} to={`/papers/reports/${id}`}>
                  {label[lang]}
                </Link>
              ),
            },
            { label: say.columns.count, cell: (report) => say.count(report.count) },
            { label: say.columns.no, cell: numberOf },
            { label: say.columns.by, cell: ({ by }) => by.name },
          ]}
        />
      )}
    </Page>
  )
}
