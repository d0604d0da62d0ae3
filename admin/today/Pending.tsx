import { Box, Link } from '@mui/material'
import { useQueries, useQuery } from '@tanstack/react-query'
import { Link as To } from 'react-router'
import type { Shown } from '../data.ts'
import { request } from '../http.ts'
import { viewsOf } from '../ledger/views.ts'
import { usePanel } from '../panel.ts'
import { writeNumber } from '../parts/number.ts'
import { Sheet } from '../parts/Sheet.tsx'

type Counts = { states: Record<string, number> }

/** Records that wait for a step of mine without a day: 待登记 5, 待交办 14. One look finds the ledgers, then each is counted. */
export function Pending() {
  const { words, lang, ledgers, scope } = usePanel()
  const views = ledgers.flatMap((ledger) =>
    viewsOf(ledger, scope, words, lang).flatMap((view) =>
      view.key.startsWith('state-') && view.filter.state ? [{ ledger, view, state: view.filter.state }] : [],
    ),
  )
  const states = [...new Set(views.map(({ state }) => state))].slice(0, 30).join(',')
  const { data } = useQuery({
    queryKey: ['waiting', 'mine', states],
    queryFn: ({ signal }) => request<{ data: Shown[] }>(`/records?state=${states}&limit=100`, { signal }),
    enabled: states !== '' && scope.office.kind !== 'unit',
    staleTime: 60_000,
  })
  const found = [...new Set((data?.data ?? []).map((record) => record.ledger))]
  const counts = useQueries({
    queries: found.map((ledger) => ({
      queryKey: ['counts', ledger, ''],
      queryFn: ({ signal }: { signal: AbortSignal }) => request<Counts>(`/counts/${ledger}`, { signal }),
      staleTime: 60_000,
    })),
  })
  const rows = found.flatMap((key, at) => {
    const waiting = views.flatMap(({ ledger, view, state }) => {
      const count = ledger.key === key ? (counts[at]?.data?.states[state] ?? 0) : 0
      return count > 0 ? [{ label: view.label, count, to: `/${key}?filter=${encodeURIComponent(JSON.stringify(view.filter))}&page=1` }] : []
    })
    const ledger = ledgers.find((each) => each.key === key)
    return ledger && waiting.length > 0 ? [{ key, label: ledger.label[lang], waiting }] : []
  })
  if (rows.length === 0) return null
  return (
    <Sheet title={words.today.pending}>
      {rows.map(({ key, label, waiting }) => (
        <Box key={key} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, columnGap: 4, py: 1 }}>
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {label}
          </Box>
          {waiting.map((each) => (
            <Link key={each.label} component={To} to={each.to}>
              {`${each.label} ${writeNumber(each.count)}`}
            </Link>
          ))}
        </Box>
      ))}
    </Sheet>
  )
}
