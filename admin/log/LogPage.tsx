import { Button, Paper, Tab, Table, TableBody, TableCell, TableHead, TableRow, Tabs, Typography } from '@mui/material'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { useAccounts } from '../accounts/accounts.ts'
import { Loading } from '../frame/Loading.tsx'
import { Page } from '../frame/Page.tsx'
import { request } from '../http.ts'
import { usePanel } from '../panel.ts'
import { InstantText } from '../parts/DayText.tsx'
import { Retry } from '../parts/Retry.tsx'
import { logWords } from '../words/log.ts'
import { aboutOf, type Entry } from './about.ts'

type Answer = { data: Entry[]; next?: string }

/** Who signed in, and who administered what, newest first. */
export function LogPage() {
  const { lang } = usePanel()
  const words = logWords[lang]
  const [params] = useSearchParams()
  const kind = params.get('kind') === 'login' ? 'login' : 'operation'
  const log = useInfiniteQuery({
    queryKey: ['log', kind],
    queryFn: ({ signal, pageParam }) =>
      request<Answer>(`/log?${new URLSearchParams({ kind, limit: '50', ...(pageParam ? { cursor: pageParam } : {}) })}`, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
  const entries = log.data?.pages.flatMap(({ data }) => data) ?? []
  return (
    <Page title={words.title}>
      <Tabs value={kind} aria-label={words.title} sx={{ mb: 3, borderBottom: 1, borderColor: 'divider' }}>
        <Tab value="operation" label={words.operation} component={Link} to="/log" />
        <Tab value="login" label={words.login} component={Link} to="/log?kind=login" />
      </Tabs>
      {log.isPending && <Loading />}
      {log.isError && <Retry sentence={words.failed} retry={() => void log.refetch()} />}
      {log.isSuccess && entries.length === 0 && <Typography color="text.secondary">{words.none}</Typography>}
      {entries.length > 0 && <Entries entries={entries} login={kind === 'login'} />}
      {log.hasNextPage && (
        <Button sx={{ mt: 3 }} disabled={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </Page>
  )
}

function Entries({ entries, login }: { entries: Entry[]; login: boolean }) {
  const { lang, ledgers, offices } = usePanel()
  const words = logWords[lang]
  const people = useAccounts().data?.data ?? []
  return (
    <Paper variant="outlined" tabIndex={0} role="group" aria-label={words.title} sx={{ overflowX: 'auto' }}>
      <Table size="small">
        <TableHead>
          <TableRow>
            {[words.when, words.who, words.what, login ? words.ip : words.about].map((label) => (
              <TableCell key={label} sx={{ whiteSpace: 'nowrap' }}>
                {label}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {entries.map((entry) => (
            <TableRow key={entry.id} hover>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                <InstantText at={entry.at} />
              </TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{entry.name || words.nobody}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{words.acts[entry.what] ?? entry.what}</TableCell>
              <TableCell sx={{ minWidth: '9rem' }}>{login ? entry.ip : aboutOf(entry, { people, offices, ledgers, lang })}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Paper>
  )
}
