import { Box, Button, Tab, Tabs } from '@mui/material'
import { useMemo } from 'react'
import { useResourceContext } from 'react-admin'
import { Link } from 'react-router'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { mayCreate } from '../../shared/engine/rights.ts'
import { mayOpen } from '../frame/may-open.ts'
import { concerns, siblings } from '../frame/menu.ts'
import { NotFound } from '../frame/NotFound.tsx'
import { useTableRoom } from '../frame/useWidth.ts'
import { useLedger, usePanel, useWords } from '../panel.ts'
import { useOwed } from '../today/duties.ts'
import { columnsOf } from './columns.ts'
import { ExportButton } from './list/ExportButton.tsx'
import { ListPage } from './list/ListPage.tsx'
import { ViewTabs } from './list/ViewTabs.tsx'

/** The list of any ledger. */
export function LedgerList() {
  const key = useResourceContext()
  const ledger = useLedger(key ?? '')
  return ledger ? <OfLedger key={ledger.key} ledger={ledger} /> : <NotFound />
}

function OfLedger({ ledger }: { ledger: Ledger }) {
  const { scope, lang, words, me, ledgers } = usePanel()
  const phone = !useTableRoom()
  const columns = useMemo(() => columnsOf(ledger, scope), [ledger, scope])
  const sort = sortOf(ledger.list.sort)
  const { byLedger: owed } = useOwed()
  const all = siblings(
    ledgers.filter((each) => concerns(each, scope)),
    ledger,
  )
  return (
    <ListPage
      name={ledger.key}
      title={ledger.label[lang]}
      ledgers={[ledger]}
      columns={columns}
      sort={sort}
      tabs={<ViewTabs ledger={ledger} phone={phone} />}
      above={
        all.length > 1 && (
          <Tabs value={ledger.key} variant="scrollable" scrollButtons={false} component="nav" aria-label={words.list.ledger} sx={{ mb: 2 }}>
            {all.map((each) => (
              <Tab
                key={each.key}
                value={each.key}
                label={each.label[lang]}
                {...(owed[each.key] ? { icon: <Owed n={owed[each.key] ?? 0} />, iconPosition: 'end' } : {})}
                component={Link}
                to={`/${each.key}`}
              />
            ))}
          </Tabs>
        )
      }
      beside={
        <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
          {mayCreate(ledger, scope) && ledger.import && mayOpen('/import', me.role) && (
            <Button component={Link} to={`/import/${ledger.key}`}>
              {words.list.import}
            </Button>
          )}
          <ExportButton ledger={ledger.key} />
          {mayCreate(ledger, scope) && (
            <Button component={Link} to={`/${ledger.key}/create`} variant="contained" data-key="new">
              {words.list.create(ledger.label[lang])}
            </Button>
          )}
        </Box>
      }
    />
  )
}

/** What my office owes on a ledger, which the menu tells of all of these together. */
function Owed({ n }: { n: number }) {
  const words = useWords()
  return (
    <Box component="span" sx={{ fontSize: '0.87rem' }}>
      {words.frame.owed(n)}
    </Box>
  )
}

/** Soonest deadline first, unless the definition says otherwise. */
function sortOf(declared: string | undefined): { field: string; order: 'ASC' | 'DESC' } {
  if (!declared) return { field: 'dueOn', order: 'ASC' }
  return declared.startsWith('-') ? { field: declared.slice(1), order: 'DESC' } : { field: declared, order: 'ASC' }
}
