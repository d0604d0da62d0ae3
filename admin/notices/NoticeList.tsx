import { Box, Button, Link as MuiLink, Paper, Typography } from '@mui/material'
import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { called } from '../../shared/heading.ts'
import { ruleWords } from '../../shared/words/rule.ts'
import { Loading } from '../frame/Loading.tsx'
import { useWidth } from '../frame/useWidth.ts'
import { usePanel } from '../panel.ts'
import { DataTable, oneLine } from '../parts/DataTable.tsx'
import { DayText } from '../parts/DayText.tsx'
import { officeName } from '../parts/office.ts'
import { noticeWords } from '../words/notices.ts'
import { LetterDialog } from './LetterDialog.tsx'
import type { Notice } from './notices.ts'
import { isTrouble, officeOf, writeFate } from './rule.ts'

type Log = UseInfiniteQueryResult<Notice[]>

/** Mails with their fate; what did not go out says why. A table on a desk, cards on a phone. */
export function NoticeList({ log, none, troubleFirst = false }: { log: Log; none: string; troubleFirst?: boolean }) {
  const { lang, words: common } = usePanel()
  const words = noticeWords[lang]
  const phone = useWidth() === 'phone'
  const [open, setOpen] = useState<Notice | null>(null)
  const notices = log.data ?? []
  const sorted = troubleFirst ? [...notices].sort((a, b) => Number(isTrouble(b)) - Number(isTrouble(a))) : notices
  if (log.isPending) return <Loading />
  if (log.isError)
    return (
      <Typography role="alert">
        {words.list.failed}{' '}
        <Button variant="text" onClick={() => void log.refetch()}>
          {common.common.retry}
        </Button>
      </Typography>
    )
  if (sorted.length === 0) return <Typography color="text.secondary">{none}</Typography>
  return (
    <>
      {phone ? <Cards notices={sorted} open={setOpen} /> : <Rows notices={sorted} open={setOpen} />}
      {log.hasNextPage && (
        <Button onClick={() => void log.fetchNextPage()} disabled={log.isFetchingNextPage} sx={{ mt: 3 }}>
          {words.list.more}
        </Button>
      )}
      {open && <LetterDialog notice={open} close={() => setOpen(null)} />}
    </>
  )
}

type Shown = { notices: Notice[]; open: (notice: Notice) => void }

function Rows({ notices, open }: Shown) {
  const { lang } = usePanel()
  const words = noticeWords[lang]
  const head = words.head
  return (
    <DataTable
      outlined
      unbroken
      hover
      sx={{ '& td': { py: 1.5, height: 'auto', verticalAlign: 'top' } }}
      rows={notices}
      id={({ id }) => id}
      columns={[
        { label: head.day, sx: oneLine, cell: ({ on }) => <DayText day={on} as="bare" /> },
        {
          label: head.to,
          cell: (notice) => (
            <>
              <Office notice={notice} />
              <Typography variant="caption" color="text.secondary" sx={{ display: 'block' }}>
                {notice.to}
              </Typography>
            </>
          ),
        },
        { label: head.about, sx: { maxWidth: '26rem' }, cell: (notice) => <About notice={notice} /> },
        { label: head.rule, cell: (notice) => ruleWords(notice.rule, notice)[lang] },
        { label: head.fate, cell: (notice) => <Fate notice={notice} /> },
        {
          label: '',
          right: true,
          cell: (notice) =>
            notice.state === 'sent' && (
              <Button variant="text" size="small" onClick={() => open(notice)} sx={{ minHeight: 0 }}>
                {head.open}
              </Button>
            ),
        },
      ]}
    />
  )
}

function Cards({ notices, open }: Shown) {
  const { lang } = usePanel()
  const words = noticeWords[lang]
  return notices.map((notice) => (
    <Paper key={notice.id} variant="outlined" sx={{ p: 3, mb: 2 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, mb: 1 }}>
        <Office notice={notice} />
        <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
          <DayText day={notice.on} as="bare" />
        </Box>
      </Box>
      <About notice={notice} />
      <Typography variant="body2" color="text.secondary">
        {ruleWords(notice.rule, notice)[lang]}
      </Typography>
      <div>
        <Fate notice={notice} />
      </div>
      {notice.state === 'sent' && (
        <Button variant="text" onClick={() => open(notice)} sx={{ ml: -2 }}>
          {words.head.open}
        </Button>
      )}
    </Paper>
  ))
}

function Office({ notice }: { notice: Notice }) {
  const { offices, lang } = usePanel()
  const { kind, id } = officeOf(notice.office)
  return <span>{officeName(offices, id, lang, kind)}</span>
}

function About({ notice: { record, gone } }: { notice: Notice }) {
  const { words } = usePanel()
  if (gone)
    return (
      <>
        {called(record)}
        <Typography variant="caption" color="text.secondary" sx={{ display: 'block' }}>
          {words.common.itemGone}
        </Typography>
      </>
    )
  return (
    <MuiLink component={Link} to={`/${record.ledger}/${record.id}/show`}>
      {called(record)}
    </MuiLink>
  )
}

function Fate({ notice }: { notice: Notice }) {
  const { lang } = usePanel()
  return (
    <>
      <Box component="span" sx={isTrouble(notice) ? { fontWeight: 700, color: 'error.main' } : {}}>
        {writeFate(notice, lang)}
      </Box>
      {notice.reason && (
        <Typography variant="caption" sx={{ display: 'block' }}>
          {notice.reason}
        </Typography>
      )}
    </>
  )
}
