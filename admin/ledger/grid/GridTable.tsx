import { Box, Button, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import { useState } from 'react'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { usePanel, useSay } from '../../panel.ts'
import { cardsOnPhone } from '../../parts/cards-on-phone.ts'
import { gridWords } from '../../words/grid.ts'
import type { Values } from '../form/useAnswers.ts'
import type { BulkAct } from '../list/bulk.ts'
import type { Outcome } from './ActGrid.tsx'
import { CellLabel, GridCell } from './GridCell.tsx'
import { GridRow } from './GridRow.tsx'
import type { Proposal } from './propose.ts'
import { type Ask, isEmpty } from './rows.ts'

type Props = {
  ledger: Ledger
  act: BulkAct
  cells: Ask[]
  valuesOf: (id: string) => Values
  named: Values
  set: (id: string, values: Values) => void
  outcomes: Record<string, Outcome>
  proposals: Record<string, Proposal>
  office?: string
  busy: boolean
  fill: (key: string, value: unknown) => void
}

/**
 * A row an item; above them one row that fills all that are empty. A form in the shape of a table: each of its rows keeps what is typed and foretells by
 * itself, so its cells are no columns of a `DataTable`.
 */
export function GridTable({ ledger, act, cells, valuesOf, named, set, outcomes, proposals, office, busy, fill }: Props) {
  const { lang } = usePanel()
  const words = gridWords[lang]
  const say = useSay()
  const [down, setDown] = useState<Values>({})
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Table
        size="small"
        sx={{ '& td, & th': { px: 2, verticalAlign: 'top', py: 2 }, minWidth: '64rem', tableLayout: 'fixed', ...cardsOnPhone }}
      >
        <TableHead>
          <TableRow sx={{ display: { xs: 'none !important', sm: 'table-row !important' } }}>
            <TableCell sx={{ width: '26%' }}>{words.item}</TableCell>
            {cells.map(({ key, optional }) => (
              <TableCell key={key} sx={{ width: ledger.fields[key]?.kind === 'date' ? '11rem' : undefined }}>
                {say(ledger.fields[key]?.label)}
                {!optional && (
                  <Box component="span" aria-hidden sx={{ color: 'error.main' }}>
                    {' *'}
                  </Box>
                )}
              </TableCell>
            ))}
            <TableCell sx={{ width: '20%' }}>{`${words.due} · ${words.told}`}</TableCell>
          </TableRow>
          <TableRow sx={{ '& td': { bgcolor: 'background.default' } }}>
            <TableCell component="td" sx={{ color: 'text.secondary' }}>
              {words.fill}
            </TableCell>
            {cells.map(({ key }) => (
              <TableCell key={key} component="td">
                <CellLabel ledger={ledger} name={key} />
                <GridCell
                  ledger={ledger}
                  name={key}
                  id="fill"
                  called={words.fill}
                  value={down[key]}
                  change={(value) => setDown({ ...down, [key]: value })}
                  all={down}
                />
                <Button variant="text" disabled={busy || isEmpty(down[key])} onClick={() => fill(key, down[key])} sx={{ px: 1 }}>
                  {words.fillDown}
                </Button>
              </TableCell>
            ))}
            <TableCell component="td" />
          </TableRow>
        </TableHead>
        <TableBody>
          {act.can.map((record) => (
            <GridRow
              key={record.id}
              ledger={ledger}
              act={act.key}
              record={record}
              cells={cells}
              values={valuesOf(record.id)}
              named={named}
              set={set}
              outcome={outcomes[record.id]}
              proposal={proposals[record.id]}
              office={office}
              busy={busy}
            />
          ))}
        </TableBody>
      </Table>
    </Box>
  )
}
