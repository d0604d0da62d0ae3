import { Box, Button, Menu, MenuItem } from '@mui/material'
import { lazy, Suspense, useState } from 'react'
import { useListContext } from 'react-admin'
import { Link } from 'react-router'
import { mayImport } from '../../../shared/engine/rights.ts'
import { everything } from '../../cursors.ts'
import type { Shown } from '../../data.ts'
import { usePanel, useSay } from '../../panel.ts'
import { writeNumber } from '../../parts/number.ts'
import { useModule } from '../../useModule.ts'
import { editWords } from '../../words/edit-many.ts'
import { pasteWords } from '../../words/paste.ts'
import { wantsGrid } from '../grid/rows.ts'
import { type BulkAct, bulkActs, editableIn } from './bulk.ts'
import { ExportShown } from './ExportButton.tsx'
import { useListOf } from './ListContext.ts'
import { UrgeLate } from './UrgeLate.tsx'
import { MOST, useChosen } from './useChosen.ts'

const ActGrid = lazy(() => import('../grid/ActGrid.tsx').then(({ ActGrid: it }) => ({ default: it })))
const BulkDrawer = lazy(() => import('./BulkDrawer.tsx').then(({ BulkDrawer: it }) => ({ default: it })))
const BulkEdit = lazy(() => import('./BulkEdit.tsx').then(({ BulkEdit: it }) => ({ default: it })))
const PasteDialog = lazy(() => import('./PasteDialog.tsx').then(({ PasteDialog: it }) => ({ default: it })))
const ListPapers = lazy(() => import('../print/ListPapers.tsx').then(({ ListPapers: it }) => ({ default: it })))
const SHOWN = 3

/** What can be done with the rows that are selected: print, or take a transition on all of them that allow it. */
export function Selection() {
  const { words, scope, today, world, lang } = usePanel()
  const say = useSay()
  const { name, ledgers, measure } = useListOf()
  const { selectedIds = [], onUnselectItems } = useListContext<Shown>()
  const { chosen, total, selectAll } = useChosen(name)
  const engine = useModule('may', () => import('../../../shared/engine/may.ts'), selectedIds.length > 0)
  const [act, setAct] = useState<BulkAct | null>(null)
  const [pasting, setPasting] = useState(false)
  const [editing, setEditing] = useState(false)
  const [more, setMore] = useState<HTMLElement | null>(null)
  const ledger = ledgers.length === 1 ? ledgers[0] : undefined
  if (!act && selectedIds.length === 0) return null
  const Many = act && ledger && wantsGrid(ledger, act.key) ? ActGrid : BulkDrawer
  const acts = engine && ledger ? bulkActs(engine.may, ledger, chosen, scope, today, world) : []
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
      <strong>{words.list.selected(selectedIds.length, measure)}</strong>
      {selectAll && total !== undefined && (
        <Button variant="text" onClick={() => void selectAll()}>
          {(total > MOST ? words.list.mostFound : words.list.allFound)(writeNumber(Math.min(total, MOST)), measure)}
        </Button>
      )}
      <UrgeLate records={chosen} after={onUnselectItems} />
      {acts.slice(0, SHOWN).map((each) => (
        <Button key={each.key} onClick={() => setAct(each)}>
          {words.list.bulk(say(ledger?.transitions[each.key]?.label))}
        </Button>
      ))}
      {acts.length > SHOWN && (
        <>
          <Button onClick={(event) => setMore(event.currentTarget)} aria-haspopup="menu">
            {words.common.more} ▾
          </Button>
          <Menu open={more !== null} anchorEl={more} onClose={() => setMore(null)}>
            {acts.slice(SHOWN).map((each) => (
              <MenuItem
                key={each.key}
                onClick={() => {
                  setMore(null)
                  setAct(each)
                }}
              >
                {words.list.bulk(say(ledger?.transitions[each.key]?.label))}
              </MenuItem>
            ))}
          </Menu>
        </>
      )}
      {engine && ledger && editableIn(engine.may, ledger, chosen, scope, today, world).length > 0 && (
        <Button onClick={() => setEditing(true)}>{editWords[lang].act}</Button>
      )}
      {name !== everything && (
        <Button component={Link} to={`/sheets/${name}/${selectedIds.join(',')}`}>
          {words.list.printSheets}
        </Button>
      )}
      {ledger && (ledger.papers || Object.keys(ledger.duties).length > 0) && (
        <Suspense fallback={null}>
          <ListPapers ledger={ledger} ids={selectedIds.map(String)} chosen={chosen} />
        </Suspense>
      )}
      <ExportShown chosen={chosen} />
      {ledger?.import && mayImport(ledger, scope) && <Button onClick={() => setPasting(true)}>{pasteWords[lang].act}</Button>}
      <Button variant="text" onClick={() => onUnselectItems()}>
        {words.list.unselect}
      </Button>
      {editing && ledger && engine && (
        <Suspense fallback={null}>
          <BulkEdit
            ledger={ledger}
            fields={editableIn(engine.may, ledger, chosen, scope, today, world)}
            close={() => {
              setEditing(false)
              onUnselectItems()
            }}
          />
        </Suspense>
      )}
      {pasting && ledger && (
        <Suspense fallback={null}>
          <PasteDialog ledger={ledger} records={chosen} close={() => setPasting(false)} />
        </Suspense>
      )}
      {act && ledger && (
        <Suspense fallback={null}>
          <Many
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
