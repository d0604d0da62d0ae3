import { Box, Link } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useStore } from 'react-admin'
import { Link as To } from 'react-router'
import { mayCreate } from '../../shared/engine/rights.ts'
import type { Shown } from '../data.ts'
import { request } from '../http.ts'
import type { Recent } from '../ledger/RecordPage.tsx'
import { sentBack } from '../ledger/sent-back.ts'
import { usePanel } from '../panel.ts'

/** What was opened last, from the person's own settings. */
export function RecentlyViewed() {
  const { words, ledgers } = usePanel()
  const [recent] = useStore<Recent[]>('recent', [])
  const known = recent.filter((each) => ledgers.some((ledger) => ledger.key === each.ledger))
  if (known.length === 0) return null
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, columnGap: 4, color: 'text.secondary', mb: 3 }}>
      <span>{words.today.recent}</span>
      {known.map(({ ledger, id, number, heading }) => (
        <Link
          key={id}
          component={To}
          to={`/${ledger}/${id}/show`}
          title={heading}
          sx={{ maxWidth: '16rem', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
        >
          {number ?? heading}
        </Link>
      ))}
    </Box>
  )
}

/** Drafts of my office: what was sent back to it, and what it has not handed in yet. */
export function useDrafts(): { returned: Shown[]; drafts: Shown[]; filter: string } {
  const { ledgers, scope } = usePanel()
  const states = [
    ...new Set(
      ledgers
        .filter((ledger) => mayCreate(ledger, scope))
        .flatMap((ledger) =>
          Object.entries(ledger.states)
            .filter(([, { phase }]) => phase === 'draft')
            .map(([state]) => state),
        ),
    ),
  ]
  const filter = states.join(',')
  const { data } = useQuery({
    queryKey: ['waiting', 'drafts', filter],
    queryFn: ({ signal }) => request<{ data: Shown[]; total?: number }>(`/records?state=${filter}&limit=100`, { signal }),
    enabled: filter !== '',
  })
  const mine = (data?.data ?? []).filter(
    (record) => record.createdBy.office.kind === scope.office.kind && record.createdBy.office.id === scope.office.id,
  )
  const isBack = (record: Shown) => {
    const ledger = ledgers.find(({ key }) => key === record.ledger)
    return ledger !== undefined && sentBack(ledger, record) !== undefined
  }
  return { returned: mine.filter(isBack), drafts: mine.filter((record) => !isBack(record)), filter }
}

/** Drafts of mine, in one line. */
export function Drafts({ drafts: mine, filter }: { drafts: Shown[]; filter: string }) {
  const { words } = usePanel()
  if (mine.length === 0) return null
  const to =
    mine.length === 1 ? `/${mine[0]?.ledger}/${mine[0]?.id}/show` : `/all?filter=${encodeURIComponent(JSON.stringify({ state: filter }))}`
  return (
    <Box sx={{ mb: 3 }}>
      <Link component={To} to={to}>
        {words.today.drafts(mine.length)}
      </Link>
    </Box>
  )
}
