import { Box, Button, Link } from '@mui/material'
import { useState } from 'react'
import { Link as To } from 'react-router'
import { useAllCounts } from '../county/figures.ts'
import { listLink } from '../county/links.ts'
import { viewsOf } from '../ledger/views.ts'
import { usePanel } from '../panel.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { useDuties } from './duties.ts'
import { aboveIn, pilesIn, waits } from './waits.ts'

const SHOWN = 5

type Pile = { key: string; label: string; waiting: { text: string; to: string }[] }

/**
 * Records that wait for a step of mine without a day: 待登记 5, 待交办 14; of what I only read, none. All ledgers are counted in one answer; undefined while
 * it is on its way.
 */
export function usePending(): Pile[] | undefined {
  const { words, lang, ledgers, scope } = usePanel()
  const views = ledgers.flatMap((ledger) => pilesIn(viewsOf(ledger, scope, words, lang)).map((view) => ({ ledger: ledger.key, view })))
  const { data: owed } = useDuties()
  const asked = (township: boolean) => scope.office.kind !== 'unit' && views.some(({ view: { own } }) => (own !== undefined) === township)
  const readable = useAllCounts({}, asked(false))
  const ofPlace = useAllCounts({ township: scope.office.id }, asked(true))
  const keys = [...new Set(views.map(({ ledger }) => ledger))]
  const isCounted = (key: string) => (!asked(false) || readable(key) !== undefined) && (!asked(true) || ofPlace(key) !== undefined)
  if (!keys.every(isCounted)) return undefined
  return keys.flatMap((key) => {
    const waiting = views.flatMap(({ ledger, view }) => {
      const countsOf = view.own ? ofPlace : readable
      const count = ledger === key ? (countsOf(key)?.states[view.filter.state ?? ''] ?? 0) : 0
      const text = waits(view.label, count, aboveIn(view, key, owed ?? []), words.today)
      return text ? [{ text, to: listLink(key, { ...view.filter, ...view.own }) }] : []
    })
    const ledger = ledgers.find((each) => each.key === key)
    return ledger && waiting.length > 0 ? [{ key, label: ledger.label[lang], waiting }] : []
  })
}

/** The same as a sheet: so many piles, the rest on request. */
export function Pending({ rows }: { rows: Pile[] }) {
  const { words } = usePanel()
  const [all, setAll] = useState(false)
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
