import { Button, Tab, Tabs, Typography } from '@mui/material'
import { Link, useSearchParams } from 'react-router'
import { useAccounts } from '../accounts/accounts.ts'
import { asPath } from '../api.ts'
import { usePaged } from '../api-lists.ts'
import { Loading } from '../frame/Loading.tsx'
import { Page } from '../frame/Page.tsx'
import { usePanel } from '../panel.ts'
import { DataTable, oneLine } from '../parts/DataTable.tsx'
import { InstantText } from '../parts/DayText.tsx'
import { Retry } from '../parts/Retry.tsx'
import { logWords } from '../words/log.ts'
import { aboutOf, type Entry } from './about.ts'

/** Who signed in, and who administered what, newest first. */
export function LogPage() {
  const { lang } = usePanel()
  const words = logWords[lang]
  const [params] = useSearchParams()
  const kind = params.get('kind') === 'login' ? 'login' : 'operation'
  const log = usePaged<Entry>(asPath('/log', { kind, limit: '50' }))
  const entries = log.data ?? []
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
    <DataTable
      group={words.title}
      outlined
      unbroken
      hover
      rows={entries}
      id={({ id }) => id}
      columns={[
        { label: words.when, cell: ({ at }) => <InstantText at={at} />, sx: oneLine },
        { label: words.who, cell: ({ name }) => name || words.nobody, sx: oneLine },
        { label: words.what, cell: ({ what }) => words.acts[what] ?? what, sx: oneLine },
        login
          ? { label: words.ip, cell: ({ ip }) => ip, sx: { minWidth: '9rem' } }
          : { label: words.about, cell: (entry) => aboutOf(entry, { people, offices, ledgers, lang }), sx: { minWidth: '9rem' } },
      ]}
    />
  )
}
