import { Box, Button } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useListContext } from 'react-admin'
import { Link } from 'react-router'
import { mayImport } from '../../../shared/engine/rights.ts'
import type { Shown } from '../../data.ts'
import { usePanel, useSay } from '../../panel.ts'
import { pasteWords } from '../../words/paste.ts'
import { type BulkAct, bulkActs } from './bulk.ts'
import { ExportShown } from './ExportButton.tsx'
import { useListOf } from './ListContext.ts'

const BulkDrawer = lazy(() => import('./BulkDrawer.tsx').then(({ BulkDrawer: it }) => ({ default: it })))
const PasteDialog = lazy(() => import('./PasteDialog.tsx').then(({ PasteDialog: it }) => ({ default: it })))
const ListPapers = lazy(() => import('../print/ListPapers.tsx').then(({ ListPapers: it }) => ({ default: it })))
const SHOWN = 3

/** What can be done with the rows that are selected: print, or take a transition on all of them that allow it. */
export function Selection() {
  const { words, scope, today, world, lang } = usePanel()
  const say = useSay()
  const { name, ledgers } = useListOf()
  const { data = [], selectedIds = [], onUnselectItems } = useListContext<Shown>()
  const { data: engine } = useQuery({
    queryKey: ['may'],
    queryFn: () => import('../../../shared/engine/may.ts'),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: selectedIds.length > 0,
  })
  const [act, setAct] = useState<BulkAct | null>(null)
  const [pasting, setPasting] = useState(false)
  const ledger = ledgers.length === 1 ? ledgers[0] : undefined
  if (!act && selectedIds.length === 0) return null
  const chosen = data.filter((record) => selectedIds.includes(record.id))
  const acts = engine && ledger ? bulkActs(engine.may, ledger, chosen, scope, today, world).slice(0, SHOWN) : []
  return (
    <Box
      role="status"
      sx={{
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: 3,
        px: 4,
        py: 2,
        bgcolor: 'action.selected',
        displayPrint: 'none',
      }}
    >
      <strong>{words.list.selected(selectedIds.length)}</strong>
      {acts.map((each) => (
        <Button key={each.key} onClick={() => setAct(each)}>
          {words.list.bulk(say(ledger?.transitions[each.key]?.label))}
        </Button>
      ))}
      <Button component={Link} to={`/sheets/${name}/${selectedIds.join(',')}`}>
        {words.list.printSheets}
      </Button>
      {ledger?.papers && (
        <Suspense fallback={null}>
          <ListPapers ledger={ledger} ids={selectedIds.map(String)} />
        </Suspense>
      )}
      {ledger && <ExportShown ledger={ledger.key} ids={selectedIds.map(String)} />}
      {ledger?.import && mayImport(ledger, scope) && <Button onClick={() => setPasting(true)}>{pasteWords[lang].act}</Button>}
      <Button variant="text" onClick={() => onUnselectItems()}>
        {words.list.unselect}
      </Button>
      {pasting && ledger && (
        <Suspense fallback={null}>
          <PasteDialog ledger={ledger} records={chosen} close={() => setPasting(false)} />
        </Suspense>
      )}
      {act && ledger && (
        <Suspense fallback={null}>
          <BulkDrawer
            ledger={ledger}
            act={act}
            close={() => {
              setAct(null)
              onUnselectItems()
            }}
          />
        </Suspense>
      )}
    </Box>
  )
}
