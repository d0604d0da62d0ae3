import { Box, Tab, Tabs } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useListContext } from 'react-admin'
import type { Ledger } from '../../../shared/ledger.ts'
import { listQuery } from '../../cursors.ts'
import { request } from '../../http.ts'
import { usePanel } from '../../panel.ts'
import { writeNumber } from '../../parts/number.ts'
import { type View, viewsOf } from '../views.ts'
import type { FilterValues } from './filters.ts'
import { SavedViews } from './SavedViews.tsx'

type Counts = { total: number; states: Record<string, number>; overdue: number; nearDue: number }
/** Filters that a tab sets; the others stay when the tab changes. */
const own = ['state', 'overdue', 'nearDue', 'dueBefore']

/** The tabs of a list with their counts, under the filters that they do not set themselves. */
export function ViewTabs({ ledger, phone = false }: { ledger: Ledger; phone?: boolean }) {
  const { scope, words, lang } = usePanel()
  const { filterValues, setFilters } = useListContext()
  const values = filterValues as FilterValues
  const rest = Object.fromEntries(Object.entries(values).filter(([key]) => !own.includes(key)))
  const query = listQuery(rest)
  const { data } = useQuery({
    queryKey: ['counts', ledger.key, query],
    queryFn: ({ signal }) => request<Counts>(`/counts/${ledger.key}${query ? `?${query}` : ''}`, { signal }),
  })
  const views = viewsOf(ledger, scope, words, lang)
  const present = views.find((view) => own.every((key) => (values[key] ?? '') === (view.filter[key] ?? '')))?.key ?? false
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', borderBottom: 1, borderColor: 'divider', px: { xs: 0, sm: 4 } }}>
      <Tabs
        value={present}
        variant="scrollable"
        scrollButtons={false}
        aria-label={ledger.label[lang]}
        sx={{ flex: '0 1 auto', minWidth: 0 }}
      >
        {views.map((view) => (
          <Tab
            key={view.key}
            value={view.key}
            label={<Label view={view} counts={data} />}
            onClick={() => setFilters({ ...rest, ...view.filter })}
          />
        ))}
      </Tabs>
      {!phone && <SavedViews ledger={ledger.key} />}
    </Box>
  )
}

function Label({ view, counts }: { view: View; counts: Counts | undefined }) {
  const count = counts && countOf(view, counts)
  return (
    <span>
      {view.label}
      {count !== undefined && (
        <Box component="span" sx={{ ml: 1, fontSize: '0.93rem' }}>
          {writeNumber(count)}
        </Box>
      )}
    </span>
  )
}

function countOf({ filter }: View, counts: Counts): number {
  if (filter.overdue) return counts.overdue
  if (filter.nearDue) return counts.nearDue
  if (filter.state) return filter.state.split(',').reduce((sum, state) => sum + (counts.states[state] ?? 0), 0)
  return counts.total
}
