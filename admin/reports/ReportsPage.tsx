import { Box, Link, Table, TableBody, TableCell, TableRow, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { Link as To } from 'react-router'
import { writeDay } from '../../shared/deadline/days.ts'
import { Loading } from '../frame/Loading.tsx'
import { Page } from '../frame/Page.tsx'
import { request } from '../http.ts'
import { usePanel } from '../panel.ts'
import { Columns } from '../parts/Columns.tsx'
import { reportWords } from '../words/reports.ts'
import { OfficePapers } from './OfficePapers.tsx'
import { numberOf, type Report } from './report.ts'

/** 报告存档: what the reader's organ has kept, the newest day first. */
export function ReportsPage() {
  const { lang } = usePanel()
  const say = reportWords[lang]
  const { data } = useQuery({ queryKey: ['reports'], queryFn: () => request<{ data: Report[] }>('/reports') })
  return (
    <Page title={say.title}>
      <OfficePapers />
      <Typography sx={{ mb: 3, maxWidth: '46rem' }}>{say.lead}</Typography>
      {!data && <Loading />}
      {data?.data.length === 0 && <p>{say.empty}</p>}
      {data && data.data.length > 0 && (
        <Box sx={{ overflowX: 'auto', bgcolor: 'background.paper' }}>
          <Table>
            <Columns labels={say.columns} />
            <TableBody>
              {data.data.map((report) => (
                <TableRow key={report.id}>
                  <TableCell>{writeDay(report.day, lang, { weekday: false })}</TableCell>
                  <TableCell>
                    <Link component={To} to={`/papers/reports/${report.id}`}>
                      {report.label[lang]}
                    </Link>
                  </TableCell>
                  <TableCell>{say.count(report.count)}</TableCell>
                  <TableCell>{numberOf(report)}</TableCell>
                  <TableCell>{report.by.name}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      )}
    </Page>
  )
}
