import { Box, Button, Link } from '@mui/material'
import { useState } from 'react'
import { useStore } from 'react-admin'
import { Link as To } from 'react-router'
import { mayCreate } from '../../shared/engine/rights.ts'
import { called } from '../../shared/heading.ts'
import { useAsked } from '../api.ts'
import type { Shown } from '../data.ts'
import type { Recent } from '../ledger/RecordPage.tsx'
import { sentBack } from '../ledger/sent-back.ts'
import { usePanel } from '../panel.ts'
import { Line } from './Line.tsx'

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
          {called({ number, heading })}
        </Link>
      ))}
    </Box>
  )
}

/** Drafts of my office: what was sent back to it, and what it has not handed in yet. */
export function useDrafts(): { returned: Shown[]; drafts: Shown[] } {
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
  const { data } = useAsked<{ data: Shown[]; total?: number }>(filter === '' ? null : `/records?state=${filter}&limit=100`)
  const mine = (data?.data ?? []).filter(
    (record) => record.createdBy.office.kind === scope.office.kind && record.createdBy.office.id === scope.office.id,
  )
  const isBack = (record: Shown) => {
    const ledger = ledgers.find(({ key }) => key === record.ledger)
    return ledger !== undefined && sentBack(ledger, record) !== undefined
  }
  return { returned: mine.filter(isBack), drafts: mine.filter((record) => !isBack(record)) }
}

/** Drafts of mine, in one line until they are asked for: no list can be asked for what an office has begun itself. */
export function Drafts({ drafts: mine }: { drafts: Shown[] }) {
  const { words, ledgers, lang } = usePanel()
  const [open, setOpen] = useState(false)
  if (mine.length === 0) return null
  return (
    <Box sx={{ mb: 3 }}>
      <Button variant="text" aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.today.drafts(mine.length)}
      </Button>
      {open && (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {mine.map((record) => (
            <Line key={record.id} record={record} mark={ledgers.find(({ key }) => key === record.ledger)?.label[lang]}>
              {record.number}
            </Line>
          ))}
        </Box>
      )}
    </Box>
  )
}
