import ExpandMoreIcon from '@mui/icons-material/ExpandMoreRounded'
import { Box, Button, Menu, MenuItem, Tab, Tabs } from '@mui/material'
import { useState } from 'react'
import { useListContext } from 'react-admin'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { useAskedEach } from '../../api-lists.ts'
import { listQuery } from '../../cursors.ts'
import { usePanel } from '../../panel.ts'
import { writeNumber } from '../../parts/number.ts'
import { chosenOf, TAB_FILTERS, type View, viewsOf, without } from '../views.ts'
import type { FilterValues } from './filters.ts'
import { SavedViews } from './SavedViews.tsx'

type Counts = { total: number; states: Record<string, number>; overdue: number; nearDue: number }
/** The tabs of a list with their counts, under the filters that they do not set themselves. On a phone they scroll, so that all are tabs. */
export function ViewTabs({ ledger, phone = false }: { ledger: Ledger; phone?: boolean }) {
  const { scope, words, lang } = usePanel()
  const { filterValues, setFilters, isFetching } = useListContext()
  const values = filterValues as FilterValues
  const rest = Object.fromEntries(Object.entries(values).filter(([key]) => !TAB_FILTERS.includes(key)))
  const views = viewsOf(ledger, scope, words, lang)
  const chosen = chosenOf(views, values)
  const others = without(rest, views)
  const pathOf = (view: View) => {
    const query = listQuery({ ...others, ...view.own })
    return `/counts/${ledger.key}${query ? `?${query}` : ''}`
  }
  const paths = [...new Set(views.map(pathOf))]
  // To count what a word is found in costs as much as to find it: the rows come first.
  const told = useAskedEach<Counts>(paths, { enabled: !values.q || !isFetching })
  const counts = (view: View) => told[paths.indexOf(pathOf(view))]?.data
  const tabs = views.filter((view) => phone || !view.rest)
  const choose = (view: View) => setFilters({ ...others, ...view.filter, ...view.own })
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', borderBottom: 1, borderColor: 'divider', px: { xs: 0, sm: 4 } }}>
      <Tabs
        value={tabs.find((view) => view === chosen)?.key ?? false}
        variant="scrollable"
        scrollButtons={false}
        aria-label={ledger.label[lang]}
        sx={{ flex: '0 1 auto', minWidth: 0 }}
      >
        {tabs.map((view) => (
          <Tab key={view.key} value={view.key} label={<Label view={view} counts={counts(view)} />} onClick={() => choose(view)} />
        ))}
      </Tabs>
      {tabs.length < views.length && <Rest views={views.filter((view) => view.rest)} chosen={chosen} counts={counts} choose={choose} />}
      {!phone && <SavedViews ledger={ledger.key} />}
    </Box>
  )
}

type RestProps = { views: View[]; chosen: View | undefined; counts: (view: View) => Counts | undefined; choose: (view: View) => void }

/** The views that found no room among the tabs; the button carries the name of the one that is shown. */
function Rest({ views, chosen, counts, choose }: RestProps) {
  const { words } = usePanel()
  const [at, setAt] = useState<HTMLElement | null>(null)
  const shown = views.find((view) => view === chosen)
  return (
    <>
      <Button
        variant="text"
        endIcon={<ExpandMoreIcon />}
        aria-haspopup="menu"
        onClick={(event) => setAt(event.currentTarget)}
        sx={{ flex: 'none', ...(shown ? { fontWeight: 700 } : { color: 'text.secondary', fontWeight: 400 }) }}
      >
        {shown ? <Label view={shown} counts={counts(shown)} /> : words.list.rest}
      </Button>
      <Menu anchorEl={at} open={at !== null} onClose={() => setAt(null)}>
        {views.map((view) => (
          <MenuItem
            key={view.key}
            selected={view === shown}
            onClick={() => {
              setAt(null)
              choose(view)
            }}
          >
            <Label view={view} counts={counts(view)} />
          </MenuItem>
        ))}
      </Menu>
    </>
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
