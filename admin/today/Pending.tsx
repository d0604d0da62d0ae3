import { Box, Button, Link } from '@mui/material'
import { useState } from 'react'
import { Link as To } from 'react-router'
import { useAllCounts } from '../county/figures.ts'
import { viewsOf } from '../ledger/views.ts'
import { usePanel } from '../panel.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { useDuties } from './duties.ts'
import { waits } from './waits.ts'

const SHOWN = 5

/** Records that wait for a step of mine without a day: 待登记 5, 待交办 14. All ledgers are counted in one answer. */
export function Pending() {
  const { words, lang, ledgers, scope } = usePanel()
  const [all, setAll] = useState(false)
  const views = ledgers.flatMap((ledger) =>
    viewsOf(ledger, scope, words, lang).flatMap((view) =>
      view.key.startsWith('state-') && view.filter.state ? [{ ledger, view, state: view.filter.state }] : [],
    ),
  )
  const { data: owed } = useDuties()
  const own = (ledger: string, state: string) =>
    new Set((owed?.data ?? []).flatMap(({ record }) => (record.ledger === ledger && record.state === state ? [record.id] : []))).size
  const countsOf = useAllCounts({}, views.length > 0 && scope.office.kind !== 'unit')
  const rows = [...new Set(views.map(({ ledger }) => ledger.key))].flatMap((key) => {
    const waiting = views.flatMap(({ ledger, view, state }) => {
      const count = ledger.key === key ? (countsOf(key)?.states[state] ?? 0) : 0
      const text = waits(view.label, count, own(key, state), words.today)
      return text ? [{ text, to: `/${key}?filter=${encodeURIComponent(JSON.stringify(view.filter))}&page=1` }] : []
    })
    const ledger = ledgers.find((each) => each.key === key)
    return ledger && waiting.length > 0 ? [{ key, label: ledger.label[lang], waiting }] : []
  })
  if (rows.length === 0) return null
  return (
    <Sheet title={words.today.pending}>
      {rows.slice(0, all ? rows.length : SHOWN).map(({ key, label, waiting }) => (
        <Box key={key} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, columnGap: 4, py: 1 }}>
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {label}
          </Box>
          {waiting.map((each) => (
            <Link key={each.text} component={To} to={each.to}>
              {each.text}
            </Link>
          ))}
        </Box>
      ))}
      {!all && rows.length > SHOWN && (
        <Button variant="text" onClick={() => setAll(true)} sx={{ ml: -2 }}>
          {words.today.pendingMore(rows.length - SHOWN)}
        </Button>
      )}
    </Sheet>
  )
}
